import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { districts, people } from "#db/seed/cast.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenListing } from "#tests/support/givens.ts";
import { loader } from "./route.tsx";

const database = useTestDatabase();
const preview = async (listingId: string, as: string, query = "") =>
  loader(
    await ask(database.db, { url: `/coordinator/review/${listingId}/preview${query}`, params: { listingId }, as }),
  );

it("shows what waits as an approval would make it: by its last day, without whom the district calls", async () => {
  const { listing } = await givenListing(database.db, {
    opportunity: { closesOn: null },
    listing: { state: "submitted", closesOn: null, noteToReaders: "Bring boots." },
  });
  const { title, preview: shown } = await preview(listing.id, people.dana.id);
  expect(title).toBe("Preview: Bicycle repair helper");
  for (const words of [districts.riverbend.name, "May 28, 2027", "Bring boots."]) expect(shown.html).toContain(words);
  expect(shown.html).not.toContain("tomas@bluestembikes.example");
});

it("shows it on paper, in the other language, with the address it is printed with", async () => {
  const { listing } = await givenListing(database.db);
  const { preview: shown } = await preview(listing.id, people.dana.id, "?as=print&lang=es");
  expect(shown).toMatchObject({ as: "print", locale: "es", writtenIn: "en" });
  expect(shown.html).toContain(`/es/riverbend/opportunities/${listing.slug}"`);
});

it("is not found for another district, a draft or an id that is none", async () => {
  const { listing } = await givenListing(database.db, { listing: { state: "draft" } });
  const { listing: seen } = await givenListing(database.db);
  const { dana, priya } = people;
  const answers = [preview(seen.id, priya.id), preview(listing.id, dana.id), preview(randomUUID(), dana.id)];
  expect((await Promise.all(answers.map(thrownBy))).map(({ status }) => status)).toEqual([404, 404, 404]);
});
