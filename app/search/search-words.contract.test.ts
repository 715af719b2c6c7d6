import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "#tests/support/database.ts";
import { askingFor, givenDocument, searchEngines } from "#tests/support/search-documents.ts";
import type { SearchCriteria } from "./criteria.ts";
import type { SearchDocument, SearchIndex } from "./search-index.ts";

const database = useTestDatabase();
const HERE = randomUUID();
const document = (changes: Partial<SearchDocument>) => givenDocument({ districtId: HERE, ...changes });

describe.each(searchEngines(database, `test_${HERE}`))("%s", (_name, create) => {
  let index: SearchIndex;
  const idsOf = async (changes: Partial<SearchCriteria>) =>
    (await index.search(askingFor({ districtId: HERE, ...changes }))).hits.map(({ id }) => id);

  beforeAll(() => {
    index = create();
  });

  it("finds by what a word is also called, in either language, after those that say the word", async () => {
    const sitting = document({ title: "Babysitting course" });
    const care = document({ title: "Child care helper" });
    const rescue = document({ title: "Emergency medical technician for a day" });
    const clinic = document({ title: "Small animals", summary: "Learn beside a veterinarian." });
    const reading = document({ title: "Reading buddy", summary: "Help children read." });
    const soup = document({ title: "Voluntarios en la cocina" });
    await index.put([reading, care, sitting, rescue, clinic, soup]);
    expect(await idsOf({ words: "babysitting" })).toEqual([sitting.id, care.id, reading.id]);
    expect(await idsOf({ words: "child care" })).toEqual([care.id, sitting.id, reading.id]);
    expect(await idsOf({ words: "EMT" })).toEqual([rescue.id]);
    expect(await idsOf({ words: "vet" })).toEqual([clinic.id]);
    expect(await idsOf({ words: "vet babysitting" })).toEqual([]);
    expect((await idsOf({ words: "cuidado de ninos" })).sort()).toEqual([care.id, sitting.id, reading.id].sort());
    expect(await idsOf({ words: "paramedico" })).toEqual([rescue.id]);
    expect(await idsOf({ words: "volunteers in the kitchen" })).toEqual([soup.id]);
    await index.remove([reading.id, care.id, sitting.id, rescue.id, clinic.id, soup.id]);
  });

  it("finds by the other number of a word", async () => {
    const puppies = document({ title: "Puppies and kittens" });
    const berry = document({ title: "Strawberry picking, three boxes" });
    await index.put([puppies, berry]);
    for (const words of ["puppy", "kitten", "puppies", "dogs"]) expect(await idsOf({ words })).toEqual([puppies.id]);
    for (const words of ["strawberries", "box"]) expect(await idsOf({ words })).toEqual([berry.id]);
    await index.remove([puppies.id, berry.id]);
  });

  it("takes initials for one word", async () => {
    const brass = document({ title: "B.A.C. Mentors" });
    const others = Array.from({ length: 12 }, (_, n) => document({ title: `Mentors ${n}` }));
    await index.put([brass, ...others]);
    for (const words of ["B.A.C. Mentors", "bac mentors"]) expect((await idsOf({ words }))[0]).toBe(brass.id);
    await index.remove([brass, ...others].map(({ id }) => id));
  });

  it("finds by two slips in a longer word, and puts the title that says nothing else first", async () => {
    const plain = document({ title: "Carpenter" });
    const more = document({ title: "Carpenter and roofer on the river" });
    await index.put([plain, more]);
    for (const words of ["carpenter", "carpanter", "carpanetr"])
      expect(await idsOf({ words })).toEqual([plain.id, more.id]);
    await index.remove([plain.id, more.id]);
  });
});
