import { expect, it } from "vitest";
import { EMPTY_CONTENT } from "./empty-content.ts";
import type { OpportunityContent } from "./opportunity.ts";
import { submissionProblems } from "./submission-rules.ts";

const TODAY = "2027-02-09";

const sound: OpportunityContent = {
  ...EMPTY_CONTENT,
  kind: "PaidInternship",
  title: "Bicycle repair helper",
  summary: "Learn to fix bikes beside a mechanic.",
  description: "You start with flat tires.",
  tasks: null,
  language: "en",
  places: 2,
  schedule: "Tuesdays after school",
  days: ["tue"],
  startTime: "15:30:00",
  endTime: "17:30:00",
  hoursPerWeek: 2,
  startsOn: "2027-02-15",
  endsOn: "2027-05-28",
  closesOn: "2027-03-05",
  ageMin: null,
  ageMax: null,
  gradeMin: 10,
  gradeMax: null,
  pay: "paid",
  payDetail: null,
  earnsCredit: false,
  setting: "on_site",
  street: "412 19th Street",
  city: "Rock Island",
  state: "IL",
  zip: "61201",
  latitude: 41.5,
  longitude: -90.5,
  transport: [],
  transportDetail: null,
  access: [],
  languages: [],
  skills: ["bikes"],
  subClusters: [],
  subClustersSuggested: false,
  requirements: null,
  howToAsk: "Come by the shop.",
  contactName: null,
  contactEmail: "tomas@bluestembikes.example",
  contactPhone: null,
};
const problems = (changes: Partial<OpportunityContent>) =>
  submissionProblems({ ...sound, ...changes }, TODAY).map(({ field, step, message }) => `${step}.${field} ${message}`);

it("finds nothing wrong with a complete text", () => {
  expect(problems({})).toEqual([]);
});

it("names each empty field a family needs, with its step, in the order of the steps", () => {
  expect(problems({ howToAsk: null, summary: null, zip: null, pay: null, gradeMin: null })).toEqual([
    "basics.summary partner:errors.missing.summary",
    "where.zip partner:errors.missing.zip",
    "who.gradeMin partner:errors.missing.gradeMin",
    "who.pay partner:errors.missing.pay",
    "asking.howToAsk partner:errors.missing.howToAsk",
  ]);
});

it("takes kindergarten, grade 0, for an answer", () => {
  expect(problems({ gradeMin: 0 })).toEqual([]);
});

it("takes grades or an age for who may come, and needs neither places nor a long text", () => {
  expect(problems({ gradeMin: null, ageMin: 16, places: null, description: null })).toEqual([]);
});

it("asks for no address when all of it happens remotely", () => {
  const nowhere = { street: null, city: null, state: null, zip: null };
  expect(problems({ ...nowhere, setting: "remote" })).toEqual([]);
  expect(problems({ ...nowhere, setting: "hybrid" })).toHaveLength(4);
});

it("takes a last day to ask that is today, not one that is over", () => {
  expect(problems({ closesOn: TODAY })).toEqual([]);
  expect(problems({ closesOn: "2027-02-08" })).toEqual(["when.closesOn partner:errors.closes_past"]);
  expect(problems({ startsOn: null, closesOn: null, endsOn: "2027-02-08" })).toEqual([
    "when.endsOn partner:errors.ends_past",
  ]);
});

it("checks again what a file may have brought in malformed", () => {
  expect(problems({ title: "x".repeat(91), skills: Array.from({ length: 13 }, (_, n) => `skill ${n}`) })).toEqual([
    "basics.title partner:errors.check",
    "what.skills partner:errors.skills_many",
  ]);
  const shifts = [{ startsOn: "2027-02-16", startTime: "17:30", endTime: "15:30", rule: null }];
  expect(problems({ shifts })).toEqual(["shifts.shifts posting:errors.shift.order"]);
});
