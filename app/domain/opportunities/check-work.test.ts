import { describe, expect, it, test } from "vitest";
import { checkWork, type Circumstances, type Finding } from "./check-work.ts";
import { HAZARD_CODES, HAZARDS, hazardRule } from "./child-labor-rules.ts";
import { EMPTY_CONTENT } from "./empty-content.ts";
import type { OpportunityContent } from "./opportunity.ts";
import { openTo, whoMayGo } from "./who-may-go.ts";
import { isSummer } from "./work-hours.ts";

const AROUND: Circumstances = {
  today: "2027-02-09",
  schoolBreaks: [
    { startsOn: "2027-03-22", endsOn: "2027-03-26" },
    { startsOn: "2027-06-05", endsOn: "2027-08-22" },
  ],
  sector: "business",
};
/** Paid, at 15, two hours after school on Tuesdays and Thursdays. */
const SOUND: OpportunityContent = {
  ...EMPTY_CONTENT,
  kind: "PaidInternship",
  title: "Bicycle repair helper",
  tasks: "Fix flats\nTrue wheels",
  days: ["tue", "thu"],
  startTime: "15:30",
  endTime: "17:30",
  hoursPerWeek: 4,
  startsOn: "2027-02-15",
  endsOn: "2027-05-28",
  ageMin: 15,
  pay: "paid",
  state: "IL",
};
const SUMMER = { startsOn: "2027-06-07", endsOn: "2027-08-13" };
const check = (changes: Partial<OpportunityContent>, around: Partial<Circumstances> = {}) =>
  checkWork({ ...SOUND, ...changes }, { ...AROUND, ...around });
const warnings = (findings: Finding[]) => findings.filter(({ severity }) => severity === "warn");
const codes = (findings: Finding[]) => findings.map(({ code }) => code);

test("a sound posting is only reminded of a permit", () => {
  expect(check({})).toMatchObject([{ code: "permit", severity: "info", state: "IL", field: "pay" }]);
});

describe("the hazardous orders", () => {
  const STUDENT_LEARNER = [5, 8, 10, 12, 14, 16, 17];

  test("are the seventeen, seven of them open to student-learners", () => {
    const orders = Object.values(HAZARDS).flatMap(({ order }) => order ?? []);
    expect(orders.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 17 }, (_, at) => at + 1));
    const open = HAZARD_CODES.map(hazardRule).filter(({ studentLearner }) => studentLearner);
    expect(open.map(({ order }) => order!).toSorted((a, b) => a - b)).toEqual(STUDENT_LEARNER);
  });

  it.each(HAZARD_CODES)("%s, ticked, is found with its section", (hazard) => {
    const { order, section, studentLearner } = hazardRule(hazard);
    const barred = order === null ? "not_under_16" : order === 2 ? "no_driving" : "not_under_18";
    const [finding] = warnings(check({ hazards: [hazard] }));
    expect(finding).toMatchObject({
      code: studentLearner ? "student_learner" : barred,
      hazard,
      word: null,
      field: "hazards",
      citation: { cite: `29 CFR ${section}` },
    });
  });

  it("is found in the text, beside the field it stands in", () => {
    expect(warnings(check({ tasks: "Sweep\nDrive the forklift" }))).toMatchObject([
      { code: "not_under_18", hazard: "hoisting", word: "forklift", field: "tasks" },
    ]);
  });

  it("is said once when it is ticked and written", () => {
    const found = warnings(check({ hazards: ["hoisting"], tasks: "Drive the forklift" }));
    expect(found).toMatchObject([{ hazard: "hoisting", word: null }]);
  });

  it.each<[string, Partial<OpportunityContent>]>([
    ["at 18", { ageMin: 18, hazards: ["hoisting", "mowers"] }],
    ["what is forbidden before 16, at 16", { ageMin: 16, hazards: ["mowers", "warehouse"] }],
    ["words of those who only watch", { kind: "JobShadowing", tasks: "Ride along with the forklift" }],
  ])("is no warning %s", (_case, changes) => {
    expect(warnings(check(changes))).toEqual([]);
  });

  it("without pay is only named, and what is forbidden before 16 not at all", () => {
    const unpaid = { kind: "ServiceLearning", pay: "unpaid" } as const;
    expect(check({ ...unpaid, hazards: ["roofing", "mowers"] })).toMatchObject([
      { code: "if_paid", hazard: "roofing", severity: "info" },
    ]);
  });
});

describe("ages", () => {
  it.each<[string, Partial<OpportunityContent>, string[]]>([
    ["13, paid", { ageMin: 13 }, ["under_14"]],
    ["grade 8, paid", { ageMin: null, gradeMin: 8 }, ["under_14"]],
    ["14, paid", { ageMin: 14 }, []],
    ["grade 9, paid", { ageMin: null, gradeMin: 9 }, []],
    ["13, unpaid", { ageMin: 13, pay: "unpaid", kind: "ServiceLearning" }, []],
    ["13, pay not said, a paid kind", { ageMin: 13, pay: null }, ["under_14"]],
    ["nobody said", { ageMin: null }, []],
  ])("%s", (_case, changes, expected) => {
    expect(codes(warnings(check(changes)))).toEqual(expected);
  });
});

describe("hours at 14 and 15", () => {
  const allDay = { days: ["mon", "tue", "wed", "thu", "fri"], startTime: "09:00", endTime: "17:00" };
  const untimed = { startTime: null, endTime: null, hoursPerWeek: null };
  const weekdays = {
    ...{ startsOn: "2027-02-15", startTime: "15:30", endTime: "18:30" },
    rule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR",
  };
  const saturday = (startsOn: string) => ({
    ...{ startsOn, startTime: "09:00", endTime: "17:00" },
    rule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA",
  });
  const morning = (end: string) => ({
    ...{ startsOn: "2027-03-22", startTime: "09:00", endTime: "13:00" },
    rule: `FREQ=DAILY;${end};BYDAY=MO,TU,WE,TH,FR`,
  });
  it.each<[string, Partial<OpportunityContent>, unknown[]]>([
    ["20 hours in school weeks", { hoursPerWeek: 20 }, [{ code: "school_week", hours: 20, limit: 18 }]],
    ["18 hours in school weeks", { hoursPerWeek: 18 }, []],
    ["20 hours in the summer", { ...SUMMER, hoursPerWeek: 20 }, []],
    ["45 hours in the summer", { ...SUMMER, hoursPerWeek: 45 }, [{ code: "free_week", hours: 45, limit: 40 }]],
    ["20 hours in spring break only", { startsOn: "2027-03-22", endsOn: "2027-03-26", hoursPerWeek: 20 }, []],
    [
      "four hours on a school day",
      { endTime: "19:30", startTime: "15:30" },
      [
        { code: "school_day", hours: 4, limit: 3 },
        { code: "too_late", time: "19:30" },
      ],
    ],
    ["three hours on a school day", { startTime: "16:00", endTime: "19:00" }, []],
    ["eight hours on a Saturday", { days: ["sat"], startTime: "09:00", endTime: "17:00" }, []],
    [
      "nine hours on a Saturday",
      { days: ["sat"], startTime: "09:00", endTime: "18:00" },
      [{ code: "free_day", hours: 9, limit: 8 }],
    ],
    ["all day in the summer", { ...SUMMER, ...allDay, hoursPerWeek: null }, []],
    ["to 9 pm in the summer", { ...SUMMER, startTime: "18:00", endTime: "21:00" }, []],
    [
      "to 9:30 pm in the summer",
      { ...SUMMER, startTime: "18:30", endTime: "21:30" },
      [{ code: "too_late", time: "21:30" }],
    ],
    ["from 6 am", { startTime: "06:00", endTime: "07:30" }, [{ code: "too_early", time: "06:00" }]],
    [
      "in the school day",
      { startTime: "10:00", endTime: "12:00" },
      [{ code: "in_school_hours", from: "10:00", to: "12:00" }],
    ],
    [
      "the week added up from the days",
      {
        ...SUMMER,
        days: ["mon", "tue", "wed", "thu", "fri", "sat"],
        startTime: "09:00",
        endTime: "17:00",
        hoursPerWeek: null,
      },
      [{ code: "free_week", hours: 48, limit: 40 }],
    ],
    [
      "a shift that repeats",
      {
        startTime: null,
        endTime: null,
        hoursPerWeek: null,
        shifts: [{ startsOn: "2027-02-16", startTime: "15:00", endTime: "20:00", rule: "FREQ=WEEKLY;BYDAY=TU" }],
      },
      [
        { code: "school_day", hours: 5 },
        { code: "too_late", time: "20:00" },
      ],
    ],
    ["shifts that take turns week by week", { ...untimed, shifts: [weekdays, saturday("2027-02-27")] }, []],
    [
      "the same shifts in one week",
      { ...untimed, shifts: [weekdays, saturday("2027-02-20")] },
      [{ code: "school_week", hours: 23, limit: 18 }],
    ],
    ["mornings of spring break, counted", { ...untimed, shifts: [morning("COUNT=5")] }, []],
    ["mornings until spring break ends", { ...untimed, shifts: [morning("UNTIL=20270326")] }, []],
    [
      "mornings that go on",
      { ...untimed, shifts: [morning("INTERVAL=1")] },
      [{ code: "school_day" }, { code: "school_week" }, { code: "in_school_hours" }],
    ],
  ])("%s", (_case, changes, expected) => {
    expect(warnings(check(changes))).toMatchObject(expected);
    expect(warnings(check(changes))).toHaveLength(expected.length);
  });

  it.each<[string, Partial<OpportunityContent>]>([
    ["at 16", { ageMin: 16 }],
    ["without pay", { pay: "unpaid", kind: "ServiceLearning" }],
    ["in grade 11", { ageMin: null, gradeMin: 11 }],
  ])("bind nobody %s", (_case, changes) => {
    expect(warnings(check({ hoursPerWeek: 30, endTime: "22:00", ...changes }))).toEqual([]);
  });

  it("go by the usual summer where a district entered no calendar", () => {
    const free = { schoolBreaks: [] };
    expect(warnings(check({ startsOn: "2027-06-20", endsOn: "2027-08-07", hoursPerWeek: 30 }, free))).toEqual([]);
    expect(codes(warnings(check({ startsOn: "2027-05-01", endsOn: "2027-08-07", hoursPerWeek: 30 }, free)))).toEqual([
      "school_week",
    ]);
  });

  it.each([
    ["2027-05-31", false],
    ["2027-06-01", true],
    ["2027-09-06", true],
    ["2027-09-07", false],
    ["2026-09-07", true],
    ["2026-09-08", false],
  ])("%s lies in the summer: %s", (day, expected) => {
    expect(isSummer(day)).toBe(expected);
  });
});

describe("reminders", () => {
  const unpaid = { kind: "UnpaidInternship", pay: "unpaid" } as const;
  it.each<[string, Partial<OpportunityContent>, Partial<Circumstances>, string[]]>([
    ["an unpaid internship at a business", unpaid, {}, ["unpaid"]],
    ["an unpaid internship at a nonprofit", unpaid, { sector: "nonprofit" }, []],
    ["service learning at a business", { kind: "ServiceLearning", pay: "unpaid" }, {}, []],
    ["paid farm work", { subClusters: ["050101"] }, {}, ["agriculture", "permit"]],
    ["paid work at 18", { ageMin: 18 }, {}, []],
  ])("%s", (_case, changes, around, expected) => {
    expect(codes(check(changes, around))).toEqual(expected);
  });
});

describe("who may go", () => {
  it.each<[string, Partial<OpportunityContent>, unknown]>([
    ["nothing in the way", {}, null],
    [
      "a forklift",
      { hazards: ["hoisting", "mowers"] },
      { age: 18, withAgreement: false, hazards: ["hoisting"], hours: null },
    ],
    [
      "a table saw",
      { hazards: ["woodworking"] },
      { age: 18, withAgreement: true, hazards: ["woodworking"], hours: null },
    ],
    [
      "a saw and a forklift",
      { hazards: ["woodworking", "hoisting"] },
      { age: 18, withAgreement: false, hazards: ["hoisting", "woodworking"], hours: null },
    ],
    ["a mower", { hazards: ["mowers"] }, { age: 16, withAgreement: false, hazards: ["mowers"], hours: null }],
    ["too many hours", { hoursPerWeek: 20 }, { age: 16, withAgreement: false, hazards: [], hours: { weekly: 20 } }],
    ["a posting for 18 with a mower", { ageMin: 18, hazards: ["mowers"] }, null],
    [
      "a posting for 18 with a forklift",
      { ageMin: 18, hazards: ["hoisting"] },
      { age: 18, withAgreement: false, hazards: ["hoisting"], hours: null },
    ],
    ["a forklift in words only", { tasks: "Drive the forklift" }, null],
    ["a forklift without pay", { hazards: ["hoisting"], pay: "unpaid", kind: "ServiceLearning" }, null],
  ])("%s", (_case, changes, expected) => {
    expect(whoMayGo({ ...SOUND, ...changes }, AROUND)).toEqual(expected);
  });

  it("is told to desks by all that was found", () => {
    expect(openTo(check({ tasks: "Drive the forklift" }))).toEqual({ age: 18, withAgreement: false });
    expect(openTo(check({}))).toBeNull();
  });
});
