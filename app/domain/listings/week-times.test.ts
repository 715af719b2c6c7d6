import { describe, expect, it } from "vitest";
import { saidTimes } from "./schedule-words.ts";
import { bellAt, BELLS, weekTimes } from "./week-times.ts";

const nothing = { days: [], startTime: null, endTime: null, startsOn: null, endsOn: null, shifts: [], schedule: null };
const shift = (startsOn: string, startTime: string, endTime: string, rule: string | null = null) => ({
  ...{ startsOn, startTime, endTime, rule },
});
/** The last bell it fits after; null: none. */
const lastBell = (given: Partial<Parameters<typeof weekTimes>[0]>) =>
  weekTimes({ ...nothing, ...given }).bells.at(-1) ?? null;

describe("the bell an opportunity fits after", () => {
  it.each([
    ["a weekday's hours begin no earlier", { days: ["tue"], startTime: "15:30:00" }, "15:30"],
    ["hours between two quarters fit the one before", { days: ["tue"], startTime: "14:50" }, "14:45"],
    ["a morning fits none", { days: ["tue"], startTime: "09:00" }, null],
    ["a weekend fits all", { days: ["sat"], startTime: "09:00" }, "17:00"],
    ["a weekday and a weekend belong together", { days: ["fri", "sat"], startTime: "09:00" }, null],
    ["summer fits all", { days: ["mon"], startTime: "09:00", startsOn: "2027-06-21", endsOn: "2027-08-06" }, "17:00"],
    ["weekdays without a time say nothing", { days: ["mon"] }, null],
    ["what says nothing of its times fits none", {}, null],
    [
      "of shifts one is enough",
      { shifts: [shift("2027-02-09", "09:00", "11:00"), shift("2027-02-10", "16:00", "18:00")] },
      "16:00",
    ],
    ["the partner's words stand in", { schedule: "Tuesdays and Thursdays, 3-5 pm" }, "15:00"],
    ["after school is after every bell", { schedule: "Two afternoons a week after school" }, "17:00"],
    ["what is done when it suits is too", { schedule: "Flexible, two hours a week" }, "17:00"],
    ["fields rule over words", { days: ["tue"], startTime: "10:00", schedule: "after school" }, null],
  ])("%s", (_title, given, expected) => {
    expect(lastBell(given)).toBe(expected);
  });

  it("is the next quarter of an hour", () => {
    expect(["14:45:00", "14:50:00", "08:00", "18:30"].map(bellAt)).toEqual(["14:45", "15:00", BELLS[0], null]);
  });
});

it.each([
  [
    "hours that reach into the evening",
    { days: ["mon"], startTime: "15:00", endTime: "18:00" },
    ["afternoon", "evening"],
  ],
  ["a whole day", { days: ["mon"], startTime: "09:00", endTime: "17:00" }, ["morning", "afternoon"]],
  ["a beginning alone", { startTime: "18:30" }, ["evening"]],
  [
    "each shift",
    { shifts: [shift("2027-02-09", "09:00", "11:00"), shift("2027-02-10", "18:00", "20:00")] },
    ["morning", "evening"],
  ],
] as const)("tells parts of the day by %s", (_title, given, times) => {
  expect(weekTimes({ ...nothing, ...(given as object) }).times).toEqual(times);
});

it.each([
  ["Tuesdays and Thursdays, 3-5 pm", ["tue", "thu"], "15:00", "17:00"],
  ["Mon–Thu 3:30 p.m. to 6 p.m.", ["mon", "tue", "wed", "thu"], "15:30", "18:00"],
  ["Saturdays 10 to 2 pm", ["sat"], "10:00", "14:00"],
  ["Weekdays from 9am", ["mon", "tue", "wed", "thu", "fri"], "09:00", null],
  ["Los sábados, de 9 a 11 de la mañana", ["sat"], "09:00", "11:00"],
  ["Lunes a miércoles de 3 a 5 de la tarde", ["mon", "tue", "wed"], "15:00", "17:00"],
  ["Every day at 12 pm", ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], "12:00", null],
  ["We sat in the sun for 2 hours", [], null, null],
  ["Room 25 pm", [], null, null],
] as const)("reads %s", (text, days, startTime, endTime) => {
  expect(saidTimes(text)).toMatchObject({ days, startTime, endTime });
});
