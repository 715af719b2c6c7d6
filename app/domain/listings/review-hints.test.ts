import { describe, expect, test } from "vitest";
import { checkWork } from "../opportunities/check-work.ts";
import { EMPTY_CONTENT } from "../opportunities/empty-content.ts";
import type { OpportunityContent } from "../opportunities/opportunity.ts";
import { reviewHints } from "./review-hints.ts";

const TODAY = "2027-02-09";
const SOUND: OpportunityContent = {
  ...EMPTY_CONTENT,
  kind: "PaidInternship",
  title: "Bicycle repair helper",
  summary: null,
  description: null,
  tasks: null,
  language: "en",
  places: 2,
  schedule: "Tuesdays and Thursdays after school",
  days: ["tue", "thu"],
  startTime: "15:30:00",
  endTime: "17:30:00",
  hoursPerWeek: 4,
  startsOn: "2027-03-15",
  endsOn: "2027-05-28",
  closesOn: "2027-03-05",
  ageMin: 16,
  ageMax: null,
  gradeMin: 10,
  gradeMax: 12,
  pay: "paid",
  payDetail: null,
  earnsCredit: false,
  setting: "on_site",
  street: "412 19th Street",
  city: "Rock Island",
  state: "IL",
  zip: "61201",
  latitude: null,
  longitude: null,
  transport: [],
  transportDetail: null,
  access: [],
  languages: [],
  skills: [],
  subClusters: [],
  subClustersSuggested: false,
  requirements: null,
  howToAsk: null,
  contactName: null,
  contactEmail: null,
  contactPhone: null,
};
const AROUND = { today: TODAY, schoolBreaks: [], sector: "business" } as const;
function hintsOf(changes: Partial<OpportunityContent>) {
  const content = { ...SOUND, ...changes };
  return reviewHints(content, TODAY, checkWork(content, AROUND));
}

describe("hints for the coordinator", () => {
  test("a sound posting needs none", () => {
    expect(hintsOf({})).toEqual([]);
  });

  test.each<[string, Partial<OpportunityContent>, unknown]>([
    ["no youngest age", { ageMin: null }, { hint: "no_youngest_age" }],
    [
      "hours during the school day",
      { startTime: "10:00", endTime: "12:00" },
      { hint: "in_school_hours", from: "10:00", to: "12:00" },
    ],
    ["no hours at all", { schedule: null, startTime: null, endTime: null, hoursPerWeek: null }, { hint: "no_hours" }],
    ["no place", { street: null, city: null }, { hint: "no_place" }],
    ["a last day that is over", { closesOn: "2027-02-08" }, { hint: "over", day: "2027-02-08" }],
    ["little time to ask", { closesOn: "2027-02-15" }, { hint: "closes_soon", day: "2027-02-15" }],
  ])("%s", (_case, changes, hint) => {
    expect(hintsOf(changes)).toEqual([hint]);
  });

  test.each<[string, Partial<OpportunityContent>]>([
    ["what the rule check says: hours, evenings, age", { ageMin: 13, hoursPerWeek: 20, endTime: "19:30:00" }],
    ["school hours at 15, which the rule check says", { ageMin: 15, startTime: "10:00", endTime: "12:00" }],
    ["mornings on a weekend", { days: ["sat"], startTime: "09:00", endTime: "12:00" }],
    ["no place when it is online", { setting: "remote", street: null, city: null }],
    ["a week to ask", { closesOn: "2027-02-16" }],
  ])("none for %s", (_case, changes) => {
    expect(hintsOf(changes)).toEqual([]);
  });

  test("a question that touches what schools may not ask is named with its areas, others are not", () => {
    const questions = ["Why bikes?", "What church does your family go to?", "¿Tomas algún medicamento?"];
    expect(hintsOf({ questions })).toEqual([
      { hint: "asks_about", question: "What church does your family go to?", areas: ["family", "religion"] },
    ]);
  });
});
