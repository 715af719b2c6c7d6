import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ZipPoints } from "./draft-place.ts";
import { draftRows } from "./draft-row.ts";
import { FIELDS } from "./fields.ts";
import { ImportMapping } from "./mapping.ts";

const ZIPS: ZipPoints = new Map([["61201", { city: "Rock Island", state: "IL", latitude: 41.49, longitude: -90.57 }]]);

/** Drafts of rows whose columns are called as the fields they feed. */
function draft(...rows: Partial<Record<(typeof FIELDS)[number], string>>[]) {
  const columns = [...FIELDS];
  const mapping = ImportMapping.parse({ columns: Object.fromEntries(columns.map((name) => [name, name])) });
  const table = {
    columns,
    rows: rows.map((row, i) => ({
      row: i + 2,
      cells: columns.map(
        (name) => row[name] ?? { title: "Tutor", organization: "Library", zip: "61201" }[name as "title"] ?? "",
      ),
    })),
  };
  const { drafts, problems } = draftRows(table, mapping, ZIPS);
  return { drafts, problems, content: drafts[0]?.content, codes: problems.map(({ column, code }) => [column, code]) };
}

it("turns a sound row into an opportunity", () => {
  const { drafts, problems } = draft({
    externalId: "A-1",
    summary: "Help readers.",
    startsOn: "3/15/2027",
    endsOn: "2027-06-01",
    closesOn: "3/30/2027",
    places: "4",
    kind: "Mentorship",
    ages: "14+",
    grades: "9-12",
    skills: "reading; patience, reading",
    link: "https://library.example/tutors",
    howToAsk: "Call us.",
    contactEmail: "desk@library.example",
  });
  expect(problems).toEqual([]);
  expect(drafts[0]).toMatchObject({
    row: 2,
    externalId: "A-1",
    organization: "Library",
    pointFrom: "zip",
    content: {
      title: "Tutor",
      kind: "Mentorship",
      startsOn: "2027-03-15",
      closesOn: "2027-03-30",
      places: 4,
      ageMin: 14,
      ageMax: null,
      gradeMin: 9,
      gradeMax: 12,
      skills: ["reading", "patience"],
      howToAsk: "Call us.\nhttps://library.example/tutors",
      contactEmail: "desk@library.example",
      city: "Rock Island",
      state: "IL",
      latitude: 41.49,
      setting: "on_site",
    },
  });
});

describe("rows that stay out", () => {
  it.each([
    [{ title: " " }, "title", "missing_title"],
    [{ organization: "" }, "organization", "missing_organization"],
    [{ startsOn: "2027-05-01", endsOn: "2027-04-01" }, "endsOn", "ends_before_start"],
  ])("%o", (row, column, code) => {
    const { drafts, problems } = draft(row);
    expect(drafts).toEqual([]);
    expect(problems).toMatchObject([{ row: 2, column, code }]);
  });

  it("a second row of the same id, or of the same title, organization and place", () => {
    expect(draft({ externalId: "1" }, { externalId: "1", title: "Other" }).codes).toEqual([
      ["externalId", "duplicate_row"],
    ]);
    expect(draft({}, { organization: "The Library, Inc.", title: "TUTOR" }).codes).toEqual([
      ["externalId", "duplicate_row"],
    ]);
    expect(draft({}, { title: "Another" }).drafts).toHaveLength(2);
  });
});

describe("values that are dropped, with the row kept", () => {
  it.each([
    [{ startsOn: "sometime" }, "startsOn", "date_unknown"],
    [{ startsOn: "4/1/2027" }, "startsOn", "date_ambiguous"],
    [{ endsOn: "1/31/1066" }, "endsOn", "date_out_of_range"],
    [{ places: "-5" }, "places", "number_out_of_range"],
    [{ places: "999999999999" }, "places", "number_out_of_range"],
    [{ hoursPerWeek: "lots" }, "hoursPerWeek", "number_unknown"],
    [{ kind: "lottery" }, "kind", "kind_unknown"],
    [{ pay: "perhaps" }, "pay", "pay_unknown"],
    [{ ages: "all" }, "ages", "range_unknown"],
    [{ state: "Atlantis" }, "state", "state_unknown"],
    [{ latitude: "0", longitude: "0" }, "latitude", "point_outside_us"],
    [{ latitude: "40.7", longitude: "-74.0" }, "latitude", "point_far_from_zip"],
    [{ contactEmail: "nobody" }, "contactEmail", "email_unknown"],
    [{ link: "javascript:alert(1)" }, "link", "link_unknown"],
    [{ title: "x".repeat(200) }, "title", "text_cut"],
    [{ closesOn: "2027-09-01", endsOn: "2027-06-01" }, "closesOn", "closes_after_end"],
  ])("%o", (row, column, code) => {
    const { drafts, codes } = draft(row);
    expect(drafts).toHaveLength(1);
    expect(codes).toEqual([[column, code]]);
  });

  it("falls back from coordinates to the address, and from there to the ZIP code", () => {
    const location = "1 Main\nMoline, IL 61201\n(41.50, -90.52)";
    expect(draft({ latitude: "41.51", longitude: "-90.51", location }).drafts[0]?.pointFrom).toBe("columns");
    expect(draft({ latitude: "x", longitude: "-90.51", location }).drafts[0]?.pointFrom).toBe("location");
    expect(draft({ location: "1 Main" }).drafts[0]?.pointFrom).toBe("zip");
    expect(draft({ zip: "00000" }).codes).toEqual([
      ["zip", "zip_unknown"],
      ["", "no_point"],
    ]);
    expect(draft({ zip: "", setting: "remote" }).codes).toEqual([]);
  });
});

it("keeps formulas, markup and payloads as the text they are", () => {
  const title = `=HYPERLINK("http://x.example","y")`;
  const summary = `<script>alert(1)</script>'; drop table listings; --`;
  expect(draft({ title, summary }).content).toMatchObject({ title, summary });
});

const BLNS = new URL("../../../../shared/data/bad-input/blns.json", import.meta.url).pathname;
describe.skipIf(!existsSync(BLNS))("naughty strings (skipped: ../shared/data/bad-input is not on this machine)", () => {
  it("in every field give a row or a said problem, and only text Postgres takes", () => {
    const strings = JSON.parse(readFileSync(BLNS, "utf8")) as string[];
    for (const field of FIELDS) {
      for (const naughty of [...strings, "\uD800", "a\u0000b", "\u202Eevil"]) {
        const { drafts, problems } = draft({ [field]: naughty });
        expect(drafts.length === 1 || problems.length > 0).toBe(true);
        const kept = JSON.parse(JSON.stringify({ drafts, problems }), (_, value: unknown) => {
          if (typeof value === "string") expect(value).toBe(Buffer.from(value.replaceAll("\0", "?")).toString());
          return value;
        }) as unknown;
        expect(kept).toEqual({ drafts, problems });
      }
    }
  }, 60_000);
});
