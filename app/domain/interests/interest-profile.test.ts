import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readProfile, writeProfile } from "./interest-profile.ts";

describe("what a reader told, in the address", () => {
  test("is read, and written back the same", () => {
    const address =
      "a=21-0&cluster=010100&pathway=welding&grade=10&where=61201&within=5&when=after_school&when=weekend" +
      "&age=16&travel=walk&travel=bus&group=Health+academy&more=040100&less=010200&less=WorksiteTour";
    const profile = readProfile(new URLSearchParams(address));
    expect(profile).toEqual({
      answers: { fix_bike: "like", test_creek: "unsure", help_homework: "dislike" },
      clusters: ["010100"],
      pathways: ["welding"],
      grade: 10,
      place: "61201",
      withinMiles: 5,
      when: ["after_school", "weekend"],
      age: 16,
      travel: ["walk", "bus"],
      groups: ["Health academy"],
      more: ["040100"],
      less: ["010200", "WorksiteTour"],
    });
    expect(writeProfile(profile).toString()).toBe(address);
  });

  test("drops what it does not understand", () => {
    const address =
      "a=zz&cluster=1&cluster=__proto__&pathway=A%20B&grade=99&grade=10&where=%00%0a&within=7&when=never&age=3&travel=fly&more=1&less=%00";
    expect(writeProfile(readProfile(new URLSearchParams(address))).toString()).toBe("");
  });

  test("settles after one reading, whatever was typed", () => {
    const params = fc.array(
      fc.tuple(
        fc.constantFrom(
          "a",
          "cluster",
          "pathway",
          "grade",
          "where",
          "within",
          "when",
          "age",
          "travel",
          "group",
          "more",
          "less",
        ),
        fc.string({ unit: "binary" }),
      ),
    );
    fc.assert(
      fc.property(params, (entries) => {
        const once = writeProfile(readProfile(new URLSearchParams(entries)));
        expect(writeProfile(readProfile(once)).toString()).toBe(once.toString());
      }),
    );
  });
});
