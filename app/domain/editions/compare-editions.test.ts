import { expect, it } from "vitest";
import type { PublishedListing } from "../listings/published.server.ts";
import { EMPTY_CONTENT } from "../opportunities/empty-content.ts";
import { changedParts, compareEditions, type ChangedPart } from "./compare-editions.ts";

type Content = PublishedListing["content"];
type Changes = Partial<Omit<PublishedListing, "content">> & { content?: Partial<Content> };

const LISTING: PublishedListing = {
  ...{ id: "a", slug: "bike-helper", subClusters: ["010303"], pathwayIds: ["p1"], labels: [], schoolIds: [] },
  ...{ onlyGrades: [], onlyGroups: [], noteToReaders: null, publishedAt: null, confirmedAt: null, version: 1 },
  ...{ publishedOn: "2027-01-05", confirmedOn: "2027-01-05", closesOn: "2027-05-01", revisedAt: new Date(0) },
  organization: { id: "o", name: "Bluestem Bikes", sector: "business", about: null, website: null },
  content: { ...EMPTY_CONTENT, title: "Bike helper", places: 2, pay: "unpaid", days: ["tue", "thu"] },
};
const changed = ({ content, ...changes }: Changes = {}): PublishedListing => ({
  ...LISTING,
  ...changes,
  content: { ...LISTING.content, ...content },
});

const ROWS: [Changes, ChangedPart[]][] = [
  [{}, []],
  [{ content: { title: "Bike mechanic" } }, ["title"]],
  [{ organization: { ...LISTING.organization, name: "Blue Bikes" } }, ["organization"]],
  [{ organization: { ...LISTING.organization, about: "Since 1990", website: "https://x.example" } }, []],
  [{ content: { kind: "PaidInternship" } }, ["kind"]],
  [{ closesOn: "2027-05-15" }, ["last_day"]],
  [{ content: { startsOn: "2027-02-01" } }, ["dates"]],
  [{ content: { endsOn: "2027-06-01" } }, ["dates"]],
  [{ content: { schedule: "After school" } }, ["times"]],
  [{ content: { days: ["thu", "tue"] } }, []],
  [{ content: { startTime: "15:00:00", hoursPerWeek: 4 } }, ["times"]],
  [{ content: { shifts: [{ startsOn: "2027-02-01", startTime: "15:00", endTime: "17:00", rule: null }] } }, ["shifts"]],
  [{ content: { gradeMin: 9 } }, ["who"]],
  [{ content: { ageMin: 16 } }, ["who"]],
  [{ onlyGrades: [9, 10] }, ["who"]],
  [{ onlyGroups: ["Seniors"] }, ["who"]],
  [{ schoolIds: ["s1"] }, ["schools"]],
  [{ content: { pay: "paid" } }, ["pay"]],
  [{ content: { payDetail: "$12 an hour", earnsCredit: true, serviceHours: true } }, ["pay"]],
  [{ content: { cost: "some", costDetail: "$5" } }, ["cost"]],
  [{ content: { places: 3 } }, ["places"]],
  [{ content: { setting: "remote" } }, ["where"]],
  [{ content: { street: "1 Main Street", city: "Moline" } }, ["where"]],
  [{ content: { latitude: 41, longitude: -90 } }, []],
  [
    {
      content: {
        otherSites: [
          { name: "Shop", ...{ street: null, city: null, state: null }, zip: null, latitude: null, longitude: null },
        ],
      },
    },
    ["other_sites"],
  ],
  [{ content: { transport: ["bus"], busStop: "Line 3" } }, ["transport"]],
  [{ content: { access: ["wheelchair"] } }, ["access"]],
  [{ content: { languages: ["es"] } }, ["languages"]],
  [{ content: { requirements: "Closed shoes" } }, ["requirements"]],
  [{ content: { clearance: "needed", hazards: ["ladders"] } }, ["requirements"]],
  [{ content: { howToAsk: "Call us", documents: ["resume"], questions: ["Why?"] } }, ["asking"]],
  [{ content: { summary: "Fix bikes" } }, ["text"]],
  [{ content: { description: "All day", tasks: "Flats", skills: ["tools"] } }, ["text"]],
  [{ content: { titleEs: "Ayudante" } }, ["spanish"]],
  [{ content: { pictureId: "p", pictureAlt: "A bike" } }, ["picture"]],
  [{ subClusters: ["010303", "020101"] }, ["fields"]],
  [{ pathwayIds: [] }, ["pathways"]],
  [{ labels: ["Summer"] }, ["labels"]],
  [{ noteToReaders: "Ask by Friday" }, ["note"]],
  [{ confirmedAt: new Date(1), confirmedOn: "2027-02-01", publishedOn: "2027-02-01", slug: "other", version: 9 }, []],
  [{ closesOn: null, content: { pay: "paid", title: "Mechanic" } }, ["title", "last_day", "pay"]],
];

it.each(ROWS)("%j changes %j", (changes, parts) => {
  expect(changedParts(LISTING, changed(changes))).toEqual(parts);
  expect(changedParts(changed(changes), LISTING)).toEqual(parts);
});

it("has a part for each field readers see, but for where the map's dot is and what only decides", () => {
  const { content } = LISTING;
  const unseen = ["latitude", "longitude", "subClusters", "subClustersSuggested", "closesOn"];
  const mute = Object.keys(content).filter((field) => {
    const other = { ...content, [field]: Array.isArray(content[field as keyof Content]) ? ["x"] : "x" };
    return changedParts(LISTING, { ...LISTING, content: other }).length === 0;
  });
  expect(mute.filter((field) => !field.startsWith("contact")).sort()).toEqual(unseen.sort());
});

it("takes a question that was not asked yet for one without an answer", () => {
  const { hazards: _h, cost: _c, titleEs: _t, ...older } = LISTING.content;
  expect(changedParts({ ...LISTING, content: older as Content }, LISTING)).toEqual([]);
});

it("says what is new, what is gone and what changed, each in the order of its list", () => {
  const named = (id: string, changes: Changes = {}) => ({ ...changed(changes), id });
  const before = { entries: [named("a"), named("b"), named("c"), named("d")] };
  const after = { entries: [named("e"), named("d", { closesOn: null }), named("a"), named("f")] };
  const { added, closed, changed: others } = compareEditions(before, after);
  expect(added.map(({ id }) => id)).toEqual(["e", "f"]);
  expect(closed.map(({ id }) => id)).toEqual(["b", "c"]);
  expect(others).toMatchObject([{ before: { id: "d" }, after: { id: "d", closesOn: null }, parts: ["last_day"] }]);
  expect(compareEditions(after, after)).toEqual({ added: [], closed: [], changed: [] });
});
