import type { OpportunityContent } from "../../schema/opportunities.ts";
import { addDays } from "../days.ts";
import { partners } from "../partners/partners.ts";
import { subClusterCodes } from "../sub-cluster-codes.ts";
import type { SeedOpportunity } from "./seed-opportunity.ts";

/** The full text of an opportunity, its dates counted from `now`, as its partner would have left the form. */
export function opportunityContent(seed: SeedOpportunity, now: Date): OpportunityContent {
  const { person, site } = partners[seed.by];
  return {
    kind: seed.kind,
    title: seed.title,
    summary: seed.summary,
    description: seed.description,
    tasks: seed.tasks.join("\n"),
    language: seed.language ?? "en",
    titleEs: seed.spanish?.title ?? null,
    summaryEs: seed.spanish?.summary ?? null,
    descriptionEs: seed.spanish?.description ?? null,
    requirementsEs: seed.spanish?.requirements ?? null,
    places: seed.places,
    schedule: seed.schedule,
    days: [...(seed.days ?? [])],
    startTime: seed.time ? `${seed.time[0]}:00` : null,
    endTime: seed.time ? `${seed.time[1]}:00` : null,
    hoursPerWeek: seed.hoursPerWeek ?? null,
    ...dates(seed, now),
    ...{ shifts: [], otherSites: [], hazards: [], questions: [], documents: [], pictureId: null, pictureAlt: null },
    ageMin: seed.ages?.[0] ?? null,
    ageMax: seed.ages?.[1] ?? null,
    gradeMin: seed.grades[0],
    gradeMax: seed.grades[1],
    pay: seed.pay,
    payDetail: seed.payDetail ?? null,
    earnsCredit: seed.earnsCredit ?? false,
    serviceHours: seed.serviceHours ?? seed.kind === "ServiceLearning",
    cost: seed.cost ? "some" : "free",
    costDetail: seed.cost ?? null,
    clearance: seed.clearance ?? "none",
    setting: seed.setting ?? "on_site",
    ...place(seed),
    transport: seed.setting === "remote" ? [] : [...(seed.transport ?? site.transport)],
    busStop: seed.setting === "remote" ? null : (seed.busStop ?? null),
    transportDetail: seed.transportDetail ?? null,
    access: [...(seed.access ?? (seed.setting === "remote" ? [] : site.access))],
    languages: [...(seed.languages ?? site.languages)],
    skills: [...seed.skills],
    subClusters: subClusterCodes(seed.fits),
    subClustersSuggested: false,
    requirements: seed.requirements ?? null,
    howToAsk: seed.howToAsk,
    contactName: person.name,
    contactEmail: person.email,
    contactPhone: null,
  };
}

type Dates = Pick<OpportunityContent, "startsOn" | "endsOn" | "closesOn">;

function dates(seed: SeedOpportunity, now: Date): Dates {
  if (seed.dates === "summer") return summer(now);
  const { starts, ends, closes, oneDay } = seed.dates;
  // What is over moves into the past as a whole, its last day for asking to six days ago.
  const isOver = seed.offers?.some((offer) => offer.state === "expired" && offer.why === "over");
  const shift = isOver ? -(closes ?? ends ?? 0) - 6 : 0;
  const day = (days?: number) => (days === undefined ? null : addDays(now, days + shift));
  const startsOn = starts === undefined ? null : firstOfDays(now, starts + shift, seed.days);
  return { startsOn, endsOn: oneDay ? startsOn : day(ends), closesOn: day(closes) };
}

/** The next summer one can still ask for: mid-June to early August, asking until the end of April. */
function summer(now: Date): Dates {
  const soon = addDays(now, 7);
  const thisYear = now.getUTCFullYear();
  const year = `${thisYear}-04-30` > soon ? thisYear : thisYear + 1;
  return { startsOn: `${year}-06-14`, endsOn: `${year}-08-06`, closesOn: `${year}-04-30` };
}

const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;

/** The first day, `days` from now or later, that is one of `weekdays`. */
function firstOfDays(now: Date, days: number, weekdays: SeedOpportunity["days"] = []): string {
  const date = addDays(now, days);
  const weekday = WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()];
  if (weekdays.length === 0 || weekdays.some((day) => day === weekday)) return date;
  return firstOfDays(now, days + 1, weekdays);
}

function place(seed: SeedOpportunity) {
  if (seed.setting === "remote")
    return { street: null, city: null, state: null, zip: null, latitude: null, longitude: null };
  const { street, city, state, zip, latitude, longitude } = seed.place ?? partners[seed.by];
  return { street, city, state, zip, latitude, longitude };
}
