import { expect, it } from "vitest";
import type { PublishedListing } from "../listings/published.server.ts";
import { EMPTY_CONTENT } from "../opportunities/empty-content.ts";
import { checkList, type CheckList } from "./check-list.ts";

const SOUND: PublishedListing = {
  ...{ id: "a", slug: "bike-helper", subClusters: [], pathwayIds: ["p1"], labels: [], schoolIds: [] },
  ...{ onlyGrades: [], onlyGroups: [], noteToReaders: null, publishedAt: null, confirmedAt: null, version: 1 },
  ...{ publishedOn: null, confirmedOn: "2027-02-01", closesOn: "2027-05-01", revisedAt: new Date(0) },
  organization: { id: "o", name: "Bluestem Bikes", sector: "business", about: null, website: null },
  content: { ...EMPTY_CONTENT, title: "Bike helper", titleEs: "Ayudante", summary: "Fix", summaryEs: "Arregla" },
};
type Changes = Partial<Omit<PublishedListing, "content">> & { content?: Partial<PublishedListing["content"]> };
type Hint = Exclude<keyof CheckList, "listings" | "thin">;
const HINTS: Hint[] = ["unconfirmed", "closingSoon", "withoutSpanish"];
const pathway = (id: string) => ({ id, slug: id, name: id, nameEs: id, subClusters: [] });

it.each<[Changes, Hint[]]>([
  [{}, []],
  [{ confirmedOn: "2026-12-11" }, []],
  [{ confirmedOn: "2026-12-10" }, ["unconfirmed"]],
  [{ confirmedOn: null }, ["unconfirmed"]],
  [{ closesOn: null }, []],
  [{ closesOn: "2027-02-23" }, ["closingSoon"]],
  [{ closesOn: "2027-02-24" }, []],
  [{ content: { titleEs: null } }, ["withoutSpanish"]],
  [{ content: { summaryEs: null } }, ["withoutSpanish"]],
  [{ content: { description: "Long" } }, ["withoutSpanish"]],
  [{ content: { description: "Long", descriptionEs: "Largo" } }, []],
  [{ content: { titleEs: null, summaryEs: null, language: "es" } }, []],
])("%j is hinted at as %j", (changes, hints) => {
  const entries = [{ ...SOUND, ...changes, content: { ...SOUND.content, ...changes.content } }];
  const checked = checkList({ entries, pathways: [], asOf: "2027-02-09" }, 60);
  expect(HINTS.filter((hint) => checked[hint].length > 0)).toEqual(hints);
});

it("counts the list, and names pathways with fewer than three listings, empty ones too", () => {
  const entries = ["a", "b", "c"].map((id) => ({ ...SOUND, id, pathwayIds: id === "a" ? ["p1", "p2"] : ["p1"] }));
  const pathways = ["p1", "p2", "p3"].map(pathway);
  const { listings, thin } = checkList({ entries, pathways, asOf: "2027-02-09" }, 60);
  expect(listings).toBe(3);
  expect(thin.map((each) => [each.pathway.id, each.count])).toEqual([
    ["p2", 1],
    ["p3", 0],
  ]);
});
