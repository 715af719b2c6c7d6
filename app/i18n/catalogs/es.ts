import common from "./es/common.json";
import list from "./es/list.json";
import listing from "./es/listing.json";
import interests from "./es/interests.json";
import partner from "./es/partner.json";
import coordinator from "./es/coordinator.json";
import imports from "./es/imports.json";
import account from "./es/account.json";
import opportunity from "./es/opportunity.json";

export const es = { common, list, listing, interests, partner, coordinator, imports, account, opportunity };
