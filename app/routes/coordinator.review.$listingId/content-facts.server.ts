import type { OpportunityContent } from "#app/domain/opportunities/opportunity.ts";
import { sayDay, sayTime } from "#app/i18n/format-dates.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { translator, type Translate } from "#app/i18n/translator.ts";
import { agesInWords, gradesInWords, wordOf } from "#app/ui/listing-words.ts";
import { shiftInWords, siteInWords } from "#app/ui/shift-words.ts";
import type { ContentFacts } from "./facts.ts";

type Part = string | number | false | null | undefined;

/** A posting in words, field by field; null where the partner wrote nothing. */
export function contentFacts(content: OpportunityContent, locale: Locale): ContentFacts {
  const t = translator(locale);
  const day = (date: string | null) => date && sayDay(date, locale);
  return {
    title: content.title,
    summary: content.summary,
    description: content.description,
    tasks: content.tasks,
    skills: joined(content.skills),
    schedule: content.schedule,
    days: joined(content.days.map((word) => t(`opportunity:days.${word}` as "opportunity:days.mon"))),
    hours: sayHours(content, t, locale),
    shifts: lines(content.shifts.map((shift) => shiftInWords(t, locale, shift))),
    dates: span(day(content.startsOn), day(content.endsOn)),
    closesOn: day(content.closesOn),
    places: joined([content.places]),
    who: joined([gradesInWords(t, content), agesInWords(t, content)]),
    requirements: content.requirements,
    pay: joined([
      content.pay && t(`opportunity:pay.${content.pay}`),
      content.earnsCredit && t("opportunity:pay.credit"),
      content.serviceHours && t("opportunity:counts.service_hours"),
      content.payDetail,
    ]),
    cost: joined([content.cost && t(`opportunity:cost.${content.cost}`), content.costDetail]),
    clearance: content.clearance && t(`opportunity:clearance.${content.clearance}`),
    setting: content.setting && t(`opportunity:setting.${content.setting}`),
    address: joined([content.street, content.city, content.state, content.zip]),
    otherSites: lines(content.otherSites.map(siteInWords)),
    transport: joined([
      ...content.transport.map((word) => t(`opportunity:transport.${word}` as "opportunity:transport.bus")),
      content.busStop,
      content.transportDetail,
    ]),
    access: joined(content.access.map((word) => t(`opportunity:access.${word}` as "opportunity:access.wheelchair"))),
    languages: joined(content.languages.map((word) => t(`opportunity:spoken.${word}` as "opportunity:spoken.en"))),
    documents: joined(content.documents.map((code) => wordOf(t, "document", code))),
    questions: lines(content.questions),
    howToAsk: content.howToAsk,
    // Texts sent before it was asked for have none of these.
    titleEs: content.titleEs ?? null,
    summaryEs: content.summaryEs ?? null,
    descriptionEs: content.descriptionEs ?? null,
    requirementsEs: content.requirementsEs ?? null,
    contact: joined([content.contactName, content.contactEmail, content.contactPhone]),
  };
}

function sayHours({ hoursPerWeek, startTime, endTime }: OpportunityContent, t: Translate, locale: Locale) {
  const time = (clock: string | null) => clock && sayTime(clock, locale);
  return joined([
    hoursPerWeek !== null && t("coordinator:facts.a_week", { count: hoursPerWeek }),
    span(time(startTime), time(endTime)),
  ]);
}

const isSaid = (part: Part) => part !== null && part !== undefined && part !== false && part !== "";
const lines = (parts: readonly string[]) => parts.join("\n") || null;
const joined = (parts: readonly Part[]) => parts.filter(isSaid).join(", ") || null;

/** "10 – 12", or open at one end: "10 – …". */
function span(from: Part, to: Part) {
  if (!isSaid(from) && !isSaid(to)) return null;
  return `${isSaid(from) ? from : "…"} – ${isSaid(to) ? to : "…"}`;
}
