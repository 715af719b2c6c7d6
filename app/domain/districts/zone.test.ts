import { afterEach, describe, expect, it } from "vitest";
import { addDays, daysBetween, endOfDay, localDate, startOfDay } from "./zone.ts";

const hours = (ms: number) => ms / 3_600_000;
const serverZone = process.env.TZ;

afterEach(() => {
  if (serverZone === undefined) delete process.env.TZ;
  else process.env.TZ = serverZone;
});

describe.each(["UTC", "America/New_York", "Asia/Kolkata"])("R15 on a server in %s", (zone) => {
  it("ends a day at the end of that day in the district's zone", () => {
    process.env.TZ = zone;
    expect(endOfDay("2026-11-20", "America/Chicago").toISOString()).toBe("2026-11-21T05:59:59.999Z");
    expect(endOfDay("2026-07-04", "America/Chicago").toISOString()).toBe("2026-07-05T04:59:59.999Z");
    expect(endOfDay("2026-12-31", "America/New_York").toISOString()).toBe("2027-01-01T04:59:59.999Z");
  });

  it("knows which day it is in the district's zone", () => {
    process.env.TZ = zone;
    expect(localDate(new Date("2026-11-21T05:59:59.999Z"), "America/Chicago")).toBe("2026-11-20");
    expect(localDate(new Date("2026-11-21T06:00:00Z"), "America/Chicago")).toBe("2026-11-21");
    expect(localDate(new Date("2026-11-21T05:30:00Z"), "America/New_York")).toBe("2026-11-21");
  });

  it("counts days without counting hours", () => {
    process.env.TZ = zone;
    expect(addDays("2026-03-07", 2)).toBe("2026-03-09");
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
    expect(daysBetween("2026-10-31", "2026-11-02")).toBe(2);
    expect(daysBetween("2026-11-02", "2026-10-31")).toBe(-2);
  });
});

describe("daylight saving", () => {
  it("makes the spring day 23 hours and the autumn day 25 hours long", () => {
    const length = (date: string) =>
      hours(endOfDay(date, "America/Chicago").getTime() + 1 - startOfDay(date, "America/Chicago").getTime());
    expect(length("2026-03-08")).toBe(23);
    expect(length("2026-11-01")).toBe(25);
    expect(length("2026-06-01")).toBe(24);
  });

  it("starts a day at one o'clock where the clocks skip midnight", () => {
    expect(startOfDay("2017-10-15", "America/Sao_Paulo").toISOString()).toBe("2017-10-15T03:00:00.000Z");
  });

  it("starts a day once where midnight comes twice", () => {
    expect(startOfDay("2026-11-01", "America/Havana").toISOString()).toBe("2026-11-01T04:00:00.000Z");
  });

  it("puts the first and the last instant of every day of five years on that day", () => {
    for (const zone of ["America/Chicago", "America/Denver", "America/Anchorage", "Pacific/Honolulu"])
      for (let date = "2024-01-01"; date < "2029-01-01"; date = addDays(date, 1)) {
        expect(localDate(startOfDay(date, zone), zone)).toBe(date);
        expect(localDate(endOfDay(date, zone), zone)).toBe(date);
        expect(localDate(new Date(endOfDay(date, zone).getTime() + 1), zone)).toBe(addDays(date, 1));
      }
  });
});
