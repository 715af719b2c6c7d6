import { describe, expect, test } from "vitest";
import { acronymsOf, LIKELY, likenessOf, ownHost, type SameReason, type Traits } from "./likely-same.ts";

const named = (name: string): Traits => ({ name });

describe("two names of one organization", () => {
  test.each<[string, string, SameReason]>([
    ["NYU", "New York University", "acronym"],
    ["N.Y.U.", "New York University", "acronym"],
    ["UIC", "University of Illinois Chicago", "acronym"],
    ["YMCA", "Young Men's Christian Association", "acronym"],
    ["The Bike Co., Inc.", "bike", "same_name"],
    ["Bluestem Bikes LLC", "Bluestem Bikes", "same_name"],
    ["BlueStem Bikes", "Blue Stem Bikes", "same_name"],
    ["St. Brigid & Friends", "St Brigid and Friends", "same_name"],
    ["Médicos del Río", "Medicos del Rio", "same_name"],
    ["Bluestem Bikse", "Bluestem Bikes", "similar_name"],
    ["Praire Health Network", "Prairie Health Network", "similar_name"],
    ["Prairie Health", "Prairie Health Network", "similar_name"],
    ["Community College of Riverbend", "Riverbend Community College", "similar_name"],
  ])("%s is %s", (one, other, reason) => {
    expect(likenessOf(named(one), named(other))).toMatchObject({ reasons: [reason] });
    expect(likenessOf(named(other), named(one))).toEqual(likenessOf(named(one), named(other)));
    expect(likenessOf(named(one), named(other)).score).toBeGreaterThanOrEqual(LIKELY);
  });
});

describe("two organizations", () => {
  test.each([
    ["Bluestem Bikes", "Bluestem Books & Records"],
    ["Riverbend College", "Lakeshore College"],
    ["First Baptist Church", "First Lutheran Church"],
    ["UI", "University of Iowa"],
    ["Harbor Makers", "Prairie Health Network"],
    ["Acme", "Acre"],
    ["Quad", "Quad River Parks"],
  ])("%s is not %s", (one, other) => {
    expect(likenessOf(named(one), named(other))).toEqual({ score: 0, reasons: [] });
  });
});

describe("what else says so", () => {
  test.each<[Partial<Traits>, Partial<Traits>, SameReason[]]>([
    [{ website: "https://www.nyu.edu/about" }, { website: "http://nyu.edu" }, ["same_website"]],
    [{ website: "https://law.nyu.edu" }, { website: "https://nyu.edu" }, ["same_website"]],
    [{ website: "https://mynyu.edu" }, { website: "https://nyu.edu" }, []],
    [{ website: "https://facebook.com/bike" }, { website: "https://www.facebook.com/bread" }, []],
    [{ website: "https://bike.wixsite.com" }, { website: "https://bread.wixsite.com" }, []],
    [{ website: "https://wixsite.com" }, { website: "https://bread.wixsite.com" }, []],
    [{ website: "no address" }, { website: "no address" }, []],
    [
      { street: "1621 River Drive", zip: "61265" },
      { street: "1621 River Dr., Suite 4", zip: "61265-1002" },
      ["same_address"],
    ],
    [{ street: "245 West 12th Street", zip: "16501" }, { street: "245 W. 12th St", zip: "16501" }, ["same_address"]],
    [{ street: "1621 River Drive", zip: "61265" }, { street: "1621 River Drive", zip: "61201" }, []],
    [{ street: "River Drive", zip: "61265" }, { street: "River Drive", zip: "61265" }, []],
  ])("%j and %j", (one, other, reasons) => {
    const likeness = likenessOf({ name: "Ash", ...one }, { name: "Oak", ...other });
    expect(likeness.reasons).toEqual(reasons);
    expect(likeness.score >= LIKELY).toBe(reasons.length > 0);
  });

  test("two signs say more than one", () => {
    const nyu = { name: "NYU", website: "https://nyu.edu" };
    const long = { name: "New York University", website: "https://www.nyu.edu" };
    const { score, reasons } = likenessOf(nyu, long);
    expect(reasons).toEqual(["acronym", "same_website"]);
    expect(score).toBeGreaterThan(likenessOf(named("NYU"), long).score);
  });

  test("long names of naughty letters take no time", () => {
    const started = performance.now();
    likenessOf(named("ab ".repeat(60)), named("ba ".repeat(60)));
    expect(performance.now() - started).toBeLessThan(200);
  });
});

test("acronyms with and without small words", () => {
  expect(acronymsOf("University of Illinois Chicago")).toEqual(["uoic", "uic"]);
  expect(acronymsOf("Harbor Makers")).toEqual([]);
});

test("an own host is no shared one", () => {
  expect(ownHost("https://WWW.Example.org/x")).toBe("example.org");
  expect(ownHost("https://sites.google.com/view/x")).toBeNull();
  expect(ownHost(null)).toBeNull();
});
