import common from "./es/common.json";
import list from "./es/list.json";
import listing from "./es/listing.json";
import interests from "./es/interests.json";
import partner from "./es/partner.json";
import coordinator from "./es/coordinator.json";
import imports from "./es/imports.json";
import account from "./es/account.json";
import opportunity from "./es/opportunity.json";
import mail from "./es/mail.json";
import security from "./es/security.json";
import joining from "./es/joining.json";
import people from "./es/people.json";
import operator from "./es/operator.json";
import records from "./es/records.json";
import posting from "./es/posting.json";
import rules from "./es/rules.json";
import vetting from "./es/vetting.json";
import queue from "./es/queue.json";
import saved from "./es/saved.json";
import curating from "./es/curating.json";
import settings from "./es/settings.json";
import exchange from "./es/exchange.json";
import freshness from "./es/freshness.json";
import profile from "./es/profile.json";
import reports from "./es/reports.json";
import learner from "./es/learner.json";
import site from "./es/site.json";
import front from "./es/front.json";
import translations from "./es/translations.json";
import editions from "./es/editions.json";
import paper from "./es/paper.json";
import editing from "./es/editing.json";
import programs from "./es/programs.json";

export const es = {
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
