import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { eq } from "drizzle-orm";
import { listings } from "#db/schema/listings.ts";
import { districts, people } from "#db/seed/cast.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator, givenListing, givenRevision } from "#tests/support/givens.ts";
import { givenTranslation } from "#tests/support/translations.ts";
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
  expect(shown).toMatchObject({ as: "print", locale: "es", staysIn: "en" });
  expect(shown.html).toContain(`/es/riverbend/opportunities/${listing.slug}"`);
});

it("shows the district's own Spanish, in the fields whose English has not changed since", async () => {
  const { listing, opportunity } = await givenListing(database.db);
  const dana = asCoordinator(database.db, people.dana.id, districts.riverbend.id);
  await givenTranslation(dana, listing, { title: "Ayudante de bicicletas", summary: "Repara bicicletas." });
  const submittedRevisionId = await givenRevision(database.db, {
    ...opportunity,
    summary: "Now with tea.",
    version: 2,
  });
  await database.db.update(listings).set({ submittedRevisionId }).where(eq(listings.id, listing.id));
  const { preview: shown } = await preview(listing.id, people.dana.id, "?lang=es");
  expect(shown.html).toContain("Ayudante de bicicletas");
  expect(shown.html).toContain("Now with tea.");
  expect(shown.html).not.toContain("Repara bicicletas.");
  expect(shown.staysIn).toBe("en");
});

it("is not found for another district, a draft or an id that is none", async () => {
  const { listing } = await givenListing(database.db, { listing: { state: "draft" } });
  const { listing: seen } = await givenListing(database.db);
  const { dana, priya } = people;
  const answers = [preview(seen.id, priya.id), preview(listing.id, dana.id), preview(randomUUID(), dana.id)];
  expect((await Promise.all(answers.map(thrownBy))).map(({ status }) => status)).toEqual([404, 404, 404]);
});
