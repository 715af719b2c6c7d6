import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { criteriaOf, keptQuery, readQuery, writeQuery } from "./query.ts";

const read = (address: string) => readQuery(new URLSearchParams(address));
const canonical = (address: string) => writeQuery(read(address)).toString();
const NOW = new Date("2027-02-09T20:30:00Z");

describe("the list's address", () => {
  it("says the same question in one way", () => {
    const one = "grade=11&kind=Mentorship&q=bike++repair&kind=JobShadowing&grade=9&grade=9&page=1&sort=best";
    expect(canonical(one)).toBe("q=bike+repair&kind=JobShadowing&kind=Mentorship&grade=9&grade=11");
    expect(canonical(canonical(one))).toBe(canonical(one));
  });

  it("passes over what makes no sense", () => {
    const address =
      "kind=Nonsense&cluster=12&pathway=../x&grade=13&grade=-1&pay=gold&when=never&sort=worst&page=0&within=-3&utm_source=x&__proto__=1";
    expect(canonical(address)).toBe("");
  });

  it("knows the values of every filter, and puts new ones behind old ones", () => {
    const id = "0b7f5c9e-1234-4abc-8def-0123456789ab";
    const one = `when=weekend&bell=14:45&day=tue&time=evening&stage=training&counts=credit&cost=free&clearance=none&language=es&access=wheelchair&sector=health&organization=${id}&new=week`;
    expect(canonical(one)).toBe(one.replace("14:45", "14%3A45"));
    const wrong = `bell=14:46&day=funday&time=noon&stage=x&counts=5S3&cost=some&clearance=needed&language=xx&access=x&sector=x&organization=${id.toUpperCase()}&organization=1&new=month`;
    expect(canonical(wrong)).toBe("");
  });

  it("lets a school chosen from the list of schools rule over the place that was typed", () => {
    expect(canonical("where=61201&school=East+High&within=5")).toBe("where=East+High&within=5");
    expect(canonical("where=61201&school=")).toBe("where=61201");
  });

  it("says that a map is shown, which is no part of the search", () => {
    expect(canonical("map=shown&q=art")).toBe("q=art&map=shown");
    expect(canonical("map=1")).toBe("");
    expect(keptQuery(read("map=shown&q=art&sort=newest&page=2")).toString()).toBe("q=art");
  });

  it("says cells of the map in short, and passes over what is none", () => {
    expect(canonical("area=4151_-7243.4150_-7242.4151_-7242.4151_-7241")).toBe("area=4150_-7242.4151_-7243_3");
    expect(read("area=4151_-7243_3").cells).toEqual(["4151_-7243", "4151_-7242", "4151_-7241"]);
    expect(canonical("area=x.1.1_2_3_4.99999_1.__.1_2_9999")).toBe("");
    expect(read(`area=${"1_1_999.".repeat(9_000)}`).cells).toHaveLength(600);
  });

  it("keeps a radius only beside a place, and knows one without an end", () => {
    expect(canonical("within=25")).toBe("");
    expect(canonical("where=61201&within=25")).toBe("where=61201&within=25");
    expect(canonical("where=61201&within=any")).toBe("where=61201&within=any");
    expect(canonical("where=61201&within=9000")).toBe("where=61201&within=100");
  });

  it("has limits", () => {
    expect(read(`q=${"a".repeat(500)}`).words).toHaveLength(200);
    expect(read("page=9999").page).toBe(400);
    const many = Array.from({ length: 50 }, (_, n) => `pathway=p${n}`).join("&");
    expect(read(many).pathway).toHaveLength(20);
  });

  it("survives any address, and reads back what it wrote", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom("q", "where", "within", "kind", "cluster", "grade", "pay", "area", "sort", "page", "x"),
            fc.oneof(
              fc.string({ unit: "binary" }),
              fc.constantFrom("Mentorship", "9", "paid", "newest", "040200", "any"),
            ),
          ),
        ),
        (pairs) => {
          const query = readQuery(new URLSearchParams(pairs));
          const written = writeQuery(query).toString();
          expect(writeQuery(readQuery(new URLSearchParams(written))).toString()).toBe(written);
        },
      ),
    );
  });
});

describe("what the engine is asked", () => {
  it("is nothing nearest without a place to be near to", () => {
    const query = read("where=nowhere&sort=nearest");
    expect(criteriaOf(query, { districtId: "d", near: null, now: NOW }).sort).toBe("best");
    const near = { latitude: 41, longitude: -90, withinMiles: 10 };
    expect(criteriaOf(query, { districtId: "d", near, now: NOW })).toMatchObject({ sort: "nearest", near });
  });

  it("counts grades as numbers", () => {
    expect(criteriaOf(read("grade=9&grade=10"), { districtId: "d", near: null, now: NOW }).grade).toEqual([9, 10]);
  });
});
