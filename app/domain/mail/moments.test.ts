import { describe, expect, it } from "vitest";
import { afterQuietHours, lastWeeklyDigest, nextDigest, type Hours } from "./moments.ts";

const chicago: Hours = { timeZone: "America/Chicago", quietFrom: "20:00:00", quietUntil: "07:00:00" };
const at = (iso: string) => new Date(iso);
const iso = (instant: Date) => instant.toISOString().replace(":00.000Z", "Z");
const awake = (instant: string, hours: Hours = chicago) => iso(afterQuietHours(at(instant), hours));
const digest = (now: string, cadence: "daily" | "weekly", hours: Hours = chicago) =>
  iso(nextDigest(at(now), cadence, hours));

describe("quiet hours", () => {
  it("put off what falls into the night to its end, before and after midnight", () => {
    expect(awake("2027-02-10T01:59Z")).toBe("2027-02-10T01:59Z");
    expect(awake("2027-02-10T02:00Z")).toBe("2027-02-10T13:00Z");
    expect(awake("2027-02-10T12:59Z")).toBe("2027-02-10T13:00Z");
    expect(awake("2027-02-10T13:00Z")).toBe("2027-02-10T13:00Z");
  });

  it("end by the clock on the wall on the nights it is changed", () => {
    expect(awake("2027-03-14T03:00Z")).toBe("2027-03-14T12:00Z");
    expect(awake("2027-11-07T02:00Z")).toBe("2027-11-07T13:00Z");
    // The hour the clocks skip has no time: quiet until it is over.
    expect(awake("2027-03-14T07:00Z", { ...chicago, quietUntil: "02:30" })).toBe("2027-03-14T08:30Z");
    // The hour they repeat is quiet twice.
    expect(awake("2027-11-07T07:15Z", { ...chicago, quietUntil: "02:00" })).toBe("2027-11-07T08:00Z");
  });

  it("may lie within a day, or not be at all", () => {
    const siesta = { ...chicago, quietFrom: "13:00", quietUntil: "15:00" };
    expect(awake("2027-02-10T19:30Z", siesta)).toBe("2027-02-10T21:00Z");
    expect(awake("2027-02-10T18:59Z", siesta)).toBe("2027-02-10T18:59Z");
    expect(awake("2027-02-10T08:00Z", { ...chicago, quietFrom: "00:00", quietUntil: "00:00" })).toBe(
      "2027-02-10T08:00Z",
    );
  });
});

describe("digests", () => {
  it("are sent at half past seven in the district, on the next morning", () => {
    expect(digest("2027-02-09T20:30Z", "daily")).toBe("2027-02-10T13:30Z");
    expect(digest("2027-02-10T13:29Z", "daily")).toBe("2027-02-10T13:30Z");
    expect(digest("2027-02-10T13:30Z", "daily")).toBe("2027-02-11T13:30Z");
  });

  it("were sent last on the Monday before, from its morning on", () => {
    const last = (now: string) => iso(lastWeeklyDigest(at(now), chicago));
    expect(last("2027-02-15T13:29Z")).toBe("2027-02-08T13:30Z");
    expect(last("2027-02-15T13:30Z")).toBe("2027-02-15T13:30Z");
    expect(last("2027-02-21T23:00Z")).toBe("2027-02-15T13:30Z");
  });

  it("are sent on Monday when they are weekly", () => {
    expect(digest("2027-02-09T20:30Z", "weekly")).toBe("2027-02-15T13:30Z");
    expect(digest("2027-02-15T13:00Z", "weekly")).toBe("2027-02-15T13:30Z");
    expect(digest("2027-02-15T14:00Z", "weekly")).toBe("2027-02-22T13:30Z");
    // Sunday evening in Chicago is Monday in UTC.
    expect(digest("2027-02-15T03:00Z", "weekly")).toBe("2027-02-15T13:30Z");
  });

  it.each([
    ["America/New_York", "2027-03-14T11:30Z", "2027-11-07T12:30Z"],
    ["America/Los_Angeles", "2027-03-14T14:30Z", "2027-11-07T15:30Z"],
    ["America/Phoenix", "2027-03-14T14:30Z", "2027-11-07T14:30Z"],
    ["Pacific/Honolulu", "2027-03-14T17:30Z", "2027-11-07T17:30Z"],
    ["Asia/Kolkata", "2027-03-14T02:00Z", "2027-11-07T02:00Z"],
  ])("follow the clocks of %s on the days they are changed", (timeZone, spring, autumn) => {
    const hours = { ...chicago, timeZone };
    expect(digest(new Date(at(spring).getTime() - 3_600_000).toISOString(), "daily", hours)).toBe(spring);
    expect(digest(new Date(at(autumn).getTime() - 3_600_000).toISOString(), "daily", hours)).toBe(autumn);
  });

  it("wait for the end of a district's long night", () => {
    expect(digest("2027-02-09T20:30Z", "daily", { ...chicago, quietUntil: "08:15" })).toBe("2027-02-10T14:15Z");
  });
});
