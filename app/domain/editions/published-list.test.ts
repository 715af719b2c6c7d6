import { expect, it } from "vitest";
import { sectionsOf } from "./published-list.ts";

const named = (name: string) => ({ name, nameEs: name });
const pathways = [
  { id: "health", slug: "health", subClusters: [], ...named("Health") },
  { id: "trades", slug: "trades", subClusters: [], ...named("Trades") },
];
const clusters = [
  { code: "010100", ...named("Agriculture") },
  { code: "040200", ...named("Education") },
  { code: "060300", ...named("Supply chain") },
];
const titlesBySection = (entries: { title: string; pathwayIds: string[]; subClusters: string[] }[]) =>
  sectionsOf({ pathways, clusters, entries }).map(({ topic, entries }) => [
    topic?.name ?? null,
    ...entries.map(({ title }) => title),
  ]);

it("stands by pathway, under each it serves, and else once under its first field", () => {
  expect(
    titlesBySection([
      { title: "Nurse's day", pathwayIds: ["health"], subClusters: ["040201"] },
      { title: "Ramp building", pathwayIds: ["health", "trades"], subClusters: [] },
      { title: "Story time", pathwayIds: [], subClusters: ["040202", "010101"] },
      { title: "Seed saving", pathwayIds: ["of another district"], subClusters: ["010103"] },
      { title: "Open house", pathwayIds: [], subClusters: [] },
      { title: "A field nobody names", pathwayIds: [], subClusters: ["990101"] },
    ]),
  ).toEqual([
    ["Health", "Nurse's day", "Ramp building"],
    ["Trades", "Ramp building"],
    ["Agriculture", "Seed saving"],
    ["Education", "Story time"],
    [null, "Open house", "A field nobody names"],
  ]);
});
