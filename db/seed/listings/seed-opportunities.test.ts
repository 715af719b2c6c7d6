import { describe, expect, test } from "vitest";
import { seedOpportunities } from "./all.ts";
import { opportunityContent } from "./opportunity-content.ts";

const NOW = new Date("2027-02-09T20:30:00Z");
const words = (text: string) => text.split(/\s+/).length;
const byTitle = seedOpportunities.map((seed) => [seed.title, seed] as const);
const byContent = seedOpportunities.map((seed) => [seed.title, opportunityContent(seed, NOW)] as const);

describe("the text of each opportunity", () => {
  test.each(byTitle)("%s: keeps to its lengths", (_, { title, summary, description, tasks, fits }) => {
    expect(title.length).toBeLessThanOrEqual(70);
    expect(summary.length).toBeLessThanOrEqual(220);
    expect(words(description)).toBeGreaterThanOrEqual(60);
    expect(words(description)).toBeLessThanOrEqual(130);
    expect(tasks.length).toBeGreaterThan(0);
    expect(fits.length).toBeLessThanOrEqual(5);
  });

  test("no number, title or sentence is used twice", () => {
    const numbers = seedOpportunities.map(({ n }) => n);
    const titles = seedOpportunities.map(({ title }) => title);
    const sentences = seedOpportunities.flatMap(({ description }) => description.split(/(?<=[.?!])\s+/));
    for (const list of [numbers, titles, sentences]) expect(twice<string | number>(list)).toEqual([]);
  });
});

describe("work by young people", () => {
  const paid = byContent.filter(([, { pay }]) => pay === "paid");
  const under16 = paid.filter(([, { ageMin }]) => ageMin === null || ageMin < 16);

  test("every paid one names an age, and nobody under 14 is paid", () => {
    expect(paid.filter(([, { ageMin }]) => ageMin === null || ageMin < 14)).toEqual([]);
  });

  // 29 CFR 570.35: three hours on a school day and 18 a week; in summer eight and 40; from seven to seven.
  test.each(under16)("%s: keeps to the hours of 14- and 15-year-olds", (_, content) => {
    const isSummer = content.startsOn!.slice(5) === "06-14";
    const weekendOnly = content.days.every((day) => day === "sat" || day === "sun");
    const hours = hourOf(content.endTime!) - hourOf(content.startTime!);
    expect(hours).toBeLessThanOrEqual(isSummer || weekendOnly ? 8 : 3);
    expect(content.hoursPerWeek).toBeLessThanOrEqual(isSummer ? 40 : 18);
    expect(hourOf(content.startTime!)).toBeGreaterThanOrEqual(7);
    expect(hourOf(content.endTime!)).toBeLessThanOrEqual(19);
  });
});

describe("dates", () => {
  test.each(byContent)("%s: start on one of its days and in order", (_, content) => {
    const { startsOn, endsOn, closesOn, days } = content;
    const weekday = new Date(`${startsOn}T00:00:00Z`).toLocaleDateString("en", { weekday: "short", timeZone: "UTC" });
    const isSummer = startsOn?.slice(5) === "06-14";
    if (days.length > 0 && !isSummer) expect(days).toContain(weekday.toLowerCase());
    expect(startsOn! <= (endsOn ?? startsOn!)).toBe(true);
    expect((closesOn ?? "") <= (endsOn ?? "9999")).toBe(true);
  });

  test.each(["2026-11-23", "2027-04-25", "2027-07-01", "2027-12-31"])("summer is still to come on %s", (today) => {
    const now = new Date(`${today}T12:00:00Z`);
    const summers = seedOpportunities
      .filter((seed) => seed.dates === "summer")
      .map((seed) => opportunityContent(seed, now));
    expect(summers.filter(({ closesOn }) => closesOn! <= today)).toEqual([]);
  });
});

const hourOf = (time: string) => Number(time.slice(0, 2)) + Number(time.slice(3, 5)) / 60;
const twice = <T>(list: T[]) => list.filter((item, i) => list.indexOf(item) !== i);
