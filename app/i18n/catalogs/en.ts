import common from "./en/common.json";
import list from "./en/list.json";
import listing from "./en/listing.json";
import interests from "./en/interests.json";
import partner from "./en/partner.json";
import coordinator from "./en/coordinator.json";
import imports from "./en/imports.json";
import account from "./en/account.json";
import opportunity from "./en/opportunity.json";
import mail from "./en/mail.json";
import security from "./en/security.json";
import joining from "./en/joining.json";
import people from "./en/people.json";
import operator from "./en/operator.json";
import records from "./en/records.json";

export const en = {
  common,
  list,
  listing,
  interests,
  partner,
  coordinator,
  imports,
  account,
  opportunity,
  mail,
  security,
  joining,
  people,
  operator,
  records,
};
