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
import posting from "./en/posting.json";
import rules from "./en/rules.json";
import vetting from "./en/vetting.json";
import queue from "./en/queue.json";
import saved from "./en/saved.json";
import curating from "./en/curating.json";
import settings from "./en/settings.json";
import exchange from "./en/exchange.json";
import freshness from "./en/freshness.json";
import profile from "./en/profile.json";
import reports from "./en/reports.json";
import learner from "./en/learner.json";
import site from "./en/site.json";
import front from "./en/front.json";
import translations from "./en/translations.json";
import editions from "./en/editions.json";
import paper from "./en/paper.json";
import editing from "./en/editing.json";
import programs from "./en/programs.json";

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
  posting,
  rules,
  vetting,
  queue,
  saved,
  curating,
  settings,
  exchange,
  freshness,
  profile,
  reports,
  learner,
  site,
  front,
  translations,
  editions,
  paper,
  editing,
  programs,
};
