import { describe, expect, test } from "vitest";
import { seedOpportunities } from "./all.ts";
import { opportunityContent } from "./opportunity-content.ts";

const NOW = new Date("2027-02-09T20:30:00Z");
const contents = seedOpportunities.map((seed) => opportunityContent(seed, NOW));

describe("the text of each opportunity", () => {
  test("keeps to its lengths", () => {
    const long = seedOpportunities.filter(({ title, summary }) => title.length > 70 || summary.length > 220);
    const odd = seedOpportunities.filter(({ description }) => words(description) < 60 || words(description) > 130);
    expect([...long, ...odd].map(({ title }) => title)).toEqual([]);
  });

  test("names what one does, how to ask, and one to five sub-clusters", () => {
    const bare = seedOpportunities.filter(
      ({ tasks, howToAsk, fits }) => !tasks.length || !howToAsk || !fits.length || fits.length > 5,
    );
    expect(bare.map(({ title }) => title)).toEqual([]);
  });

  test("repeats no number, title or sentence", () => {
    const sentences = seedOpportunities.flatMap(({ description }) => description.split(/(?<!Dr)[.?!] /));
    expect(twice(seedOpportunities.map(({ n }) => n))).toEqual([]);
    expect(twice(seedOpportunities.map(({ title }) => title))).toEqual([]);
    expect(twice(sentences)).toEqual([]);
  });
});

describe("paid work", () => {
  const paid = contents.filter(({ pay }) => pay === "paid");

  test("names an age, and nobody under 14 is paid", () => {
    expect(titlesOf(paid.filter(({ ageMin }) => ageMin === null || ageMin < 14))).toEqual([]);
  });

  // 29 CFR 570.35: three hours on a school day and 18 a week; in summer eight and 40; from seven to seven.
  test("keeps to the hours of 14- and 15-year-olds where they may come", () => {
    const young = paid.filter(({ ageMin }) => ageMin !== null && ageMin < 16);
    expect(young.length).toBeGreaterThan(3);
    const tooLong = young.filter((content) => {
      const [from, to] = [hourOf(content.startTime), hourOf(content.endTime)];
      const isFree = isSummer(content) || content.days.every((day) => day === "sat" || day === "sun");
      const tooMany = (content.hoursPerWeek ?? 99) > (isSummer(content) ? 40 : 18);
      return from < 7 || to > 19 || to - from > (isFree ? 8 : 3) || tooMany;
    });
    expect(titlesOf(tooLong)).toEqual([]);
  });
});

describe("dates", () => {
  test("start on one of the weekdays", () => {
    const other = contents.filter(({ days, startsOn, ...rest }) => {
      const weekday = new Date(`${startsOn}T00:00:00Z`).toLocaleDateString("en", { weekday: "short", timeZone: "UTC" });
      return days.length > 0 && !isSummer({ startsOn, ...rest }) && !days.includes(weekday.toLowerCase());
    });
    expect(titlesOf(other)).toEqual([]);
  });

  test("stand in order", () => {
    const reversed = contents.filter(
      ({ startsOn, endsOn, closesOn }) => endsOn && ((startsOn ?? "") > endsOn || (closesOn ?? "") > endsOn),
    );
    expect(titlesOf(reversed)).toEqual([]);
  });

  test.each(["2026-11-23", "2027-04-25", "2027-07-01", "2027-12-31"])("a summer is still to come on %s", (today) => {
    const now = new Date(`${today}T12:00:00Z`);
    const summers = seedOpportunities
      .filter((seed) => seed.dates === "summer")
      .map((seed) => opportunityContent(seed, now));
    expect(summers.length).toBeGreaterThan(5);
    expect(titlesOf(summers.filter(({ closesOn }) => closesOn === null || closesOn <= today))).toEqual([]);
  });
});

const words = (text: string) => text.split(/\s+/).length;
const titlesOf = (list: { title: string }[]) => list.map(({ title }) => title);
const isSummer = ({ startsOn }: { startsOn: string | null }) => startsOn?.endsWith("-06-14") ?? false;
const hourOf = (time: string | null) => Number(time?.slice(0, 2)) + Number(time?.slice(3, 5)) / 60;
const twice = (list: (string | number)[]) => list.filter((item, i) => list.indexOf(item) !== i);
