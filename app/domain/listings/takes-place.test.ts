import { expect, it } from "vitest";
import { takesPlace } from "./takes-place.ts";

const times = { days: [], startTime: null, startsOn: null, endsOn: null, shifts: [] };
const shift = (startsOn: string, startTime: string, rule: string | null = null) => ({
  ...{ startsOn, startTime, endTime: "18:00", rule },
});

it.each([
  ["Tuesdays at half past three are after school", { days: ["tue"], startTime: "15:30:00" }, ["after_school"]],
  ["Wednesdays at nine are in the school day", { days: ["wed"], startTime: "09:00" }, ["school_day"]],
  ["Saturdays are a weekend, whatever the time", { days: ["sat"], startTime: "09:00" }, ["weekend"]],
  ["a weekday and a Sunday are both", { days: ["fri", "sun"], startTime: "16:00" }, ["weekend", "after_school"]],
  ["weekdays without a time say nothing of the day", { days: ["mon"] }, []],
  ["a time without days is a weekday", { startTime: "14:00" }, ["after_school"]],
  ["neither days nor a time is flexible", {}, ["flexible"]],
  ["spring is in the school year", { days: ["mon"], startsOn: "2027-02-01", endsOn: "2027-05-28" }, ["school_year"]],
  [
    "July mornings are summer, not the school day",
    { days: ["mon"], startTime: "09:00", startsOn: "2027-06-21", endsOn: "2027-08-06" },
    ["summer"],
  ],
  [
    "May to September is both",
    { startTime: "15:00", startsOn: "2027-05-01", endsOn: "2027-09-30" },
    ["summer", "school_year", "after_school"],
  ],
  [
    "October to next July is both",
    { days: ["sat"], startsOn: "2026-10-01", endsOn: "2027-07-01" },
    ["summer", "school_year", "weekend"],
  ],
  [
    "October to next May has no summer",
    { days: ["sat"], startsOn: "2026-10-01", endsOn: "2027-05-01" },
    ["school_year", "weekend"],
  ],
  ["one day in July is summer", { days: ["thu"], startsOn: "2027-07-01" }, ["summer"]],
  ["dates the wrong way round say nothing", { days: ["thu"], startsOn: "2027-07-01", endsOn: "2027-01-01" }, []],
  [
    "a shift on Saturday mornings is a weekend",
    { shifts: [shift("2027-02-13", "09:00", "FREQ=WEEKLY;BYDAY=SA;UNTIL=20270501")] },
    ["school_year", "weekend"],
  ],
  [
    "shifts add to the regular hours",
    { days: ["tue"], startTime: "15:30", shifts: [shift("2027-02-14", "10:00"), shift("2027-02-15", "09:00")] },
    ["school_year", "weekend", "after_school", "school_day"],
  ],
  [
    "a shift in July is no school day",
    { shifts: [shift("2027-07-06", "09:00", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270803")] },
    ["summer"],
  ],
  [
    "a shift without a last day goes on to the opportunity's",
    { endsOn: "2027-10-01", shifts: [shift("2027-07-06", "09:00", "FREQ=WEEKLY;BYDAY=TU")] },
    ["summer", "school_year", "school_day"],
  ],
  [
    "a rule that is not read counts as its first day",
    { shifts: [shift("2027-02-13", "09:00", "FREQ=YEARLY")] },
    ["school_year", "weekend"],
  ],
])("%s", (_title, given, expected) => {
  expect(takesPlace({ ...times, ...given })).toEqual(expected);
});
