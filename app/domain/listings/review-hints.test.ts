import { describe, expect, test } from "vitest";
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
const hintsOf = (changes: Partial<OpportunityContent>) => reviewHints({ ...SOUND, ...changes }, TODAY);

describe("hints for the coordinator", () => {
  test("a sound posting needs none", () => {
    expect(hintsOf({})).toEqual([]);
  });

  test.each<[string, Partial<OpportunityContent>, unknown]>([
    ["no youngest age", { ageMin: null }, { hint: "no_youngest_age" }],
    ["paid work under 14", { ageMin: 13 }, { hint: "paid_under_14", age: 13 }],
    [
      "more than 18 hours at 15",
      { ageMin: 15, hoursPerWeek: 20 },
      { hint: "weekly_hours_under_16", hours: 20, limit: 18 },
    ],
    ["work at 15 that ends after 7 pm", { ageMin: 15, endTime: "19:30:00" }, { hint: "late_under_16", time: "19:30" }],
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
    ["exactly 18 hours at 15", { ageMin: 15, hoursPerWeek: 18 }],
    ["20 hours at 16", { ageMin: 16, hoursPerWeek: 20 }],
    ["an end at 7 pm sharp at 15", { ageMin: 15, endTime: "19:00:00" }],
    ["volunteering at 12, which is no employment", { ageMin: 12, pay: "unpaid", hoursPerWeek: 20 }],
    ["mornings on a weekend", { days: ["sat"], startTime: "09:00", endTime: "12:00" }],
    ["no place when it is online", { setting: "remote", street: null, city: null }],
    ["a week to ask", { closesOn: "2027-02-16" }],
  ])("none for %s", (_case, changes) => {
    expect(hintsOf(changes)).toEqual([]);
  });
});
