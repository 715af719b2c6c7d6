import { expect, it } from "vitest";
import { draftSchema, stepOf, stepSchema } from "./content.ts";
import { isStep, stepAfter, STEPS } from "./steps.ts";

const read = (fields: Record<string, unknown>) => draftSchema.safeParse({ title: "Bike helper", ...fields });
const errorsOf = (fields: Record<string, unknown>) =>
  (read(fields).error?.issues ?? []).map((issue) => [issue.path.join("."), issue.message]);

it("lets a draft be empty but for its title", () => {
  const draft = read({}).data;
  expect(draft).toMatchObject({ title: "Bike helper", kind: null, summary: null, days: [], skills: [], places: null });
  expect(errorsOf({ title: "  " })).toEqual([["title", "partner:errors.missing.title"]]);
});

it("refuses a title without a word in it", () => {
  expect(errorsOf({ title: "\u200b\u200b!!" })).toEqual([["title", "partner:errors.title_words"]]);
});

it("takes what is typed tidied: skills by comma, days in the week's order, a long ZIP cut", () => {
  expect(
    read({
      skills: " tools, bikes ,, tools",
      days: ["thu", "tue", "tue"],
      zip: " 61201-1234 ",
      state: "il",
      startTime: "15:30:00",
      description: "One\r\nTwo\u0000",
    }).data,
  ).toMatchObject({
    skills: ["tools", "bikes"],
    days: ["tue", "thu"],
    zip: "61201",
    state: "IL",
    startTime: "15:30",
    description: "One\nTwo",
  });
});

it.each([
  ["startsOn", "2027-02-29", "partner:errors.date"],
  ["startsOn", "1999-12-31", "partner:errors.date_range"],
  ["endsOn", "9999-12-31", "partner:errors.date_range"],
  ["startTime", "25:00", "partner:errors.time"],
  ["zip", "6120", "partner:errors.zip"],
  ["state", "XX", "partner:errors.state"],
  ["contactEmail", "tomas at bikes", "partner:errors.email"],
  ["contactPhone", "call me", "partner:errors.phone"],
  ["skills", "1,2,3,4,5,6,7,8,9,10,11,12,13", "partner:errors.skills_many"],
  ["skills", "x".repeat(41), "partner:errors.skills_long"],
  ["subClusters", ["010101", "010102", "010103", "010104", "010105", "010106"], "partner:errors.sub_clusters_many"],
])("refuses %s %s with its cause", (field, value, message) => {
  expect(errorsOf({ [field]: value })).toEqual([[field, message]]);
});

it.each([
  ["places", 0],
  ["places", 501],
  ["places", 1.5],
  ["places", Number.NaN],
  ["hoursPerWeek", 61],
  ["ageMin", 4],
  ["ageMax", 26],
  ["gradeMax", 13],
  ["gradeMin", -1],
  ["kind", "toString"],
  ["pay", "lots"],
  ["days", ["someday"]],
  ["title", "x".repeat(91)],
  ["subClusters", ["'; drop"]],
])("refuses %s %s", (field, value) => {
  expect(errorsOf({ [field]: value }).map(([path]) => path?.split(".")[0])).toEqual([field]);
});

it.each([
  ["endsOn", { startsOn: "2027-05-02", endsOn: "2027-05-01" }, "partner:errors.ends_before_start"],
  ["closesOn", { closesOn: "2027-05-02", endsOn: "2027-05-01" }, "partner:errors.closes_after_end"],
  ["endTime", { startTime: "17:00", endTime: "09:00" }, "partner:errors.time_order"],
  ["ageMax", { ageMin: 18, ageMax: 16 }, "partner:errors.age_order"],
  ["gradeMax", { gradeMin: 11, gradeMax: 9 }, "partner:errors.grade_order"],
])("names %s when a pair stands the wrong way round", (field, fields, message) => {
  expect(errorsOf(fields)).toEqual([[field, message]]);
});

it("keeps to its own fields in a step, and checks their order there", () => {
  const when = stepSchema("when", {});
  expect(when.parse({ title: "not of this step", role: "admin", places: 4 })).not.toHaveProperty("title");
  expect(when.safeParse({ startsOn: "2027-05-02", endsOn: "2027-05-01" }).success).toBe(false);
});

it("knows the step of every field", () => {
  expect(STEPS).toEqual(["basics", "what", "when", "shifts", "where", "sites", "who", "safety", "asking", "spanish"]);
  expect(stepOf("zip")).toBe("where");
  expect(stepAfter("who")).toBe("safety");
  expect(stepAfter("spanish")).toBeNull();
  expect(isStep("asking")).toBe(true);
  expect(isStep("constructor")).toBe(false);
  expect(isStep(null)).toBe(false);
});
