import { expect, it } from "vitest";
import { takesPlace } from "./takes-place.ts";

const times = { days: [], startTime: null, startsOn: null, endsOn: null };

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
])("%s", (_title, given, expected) => {
  expect(takesPlace({ ...times, ...given })).toEqual(expected);
});
