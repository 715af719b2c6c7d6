import common from "./en/common.json";
import list from "./en/list.json";
import listing from "./en/listing.json";
import interests from "./en/interests.json";
import partner from "./en/partner.json";
import coordinator from "./en/coordinator.json";
import imports from "./en/imports.json";
import account from "./en/account.json";
import opportunity from "./en/opportunity.json";

export const en = { common, list, listing, interests, partner, coordinator, imports, account, opportunity };
