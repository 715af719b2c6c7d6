import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { districts, organizations, people } from "#db/seed/cast.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenListing, givenOpportunity } from "#tests/support/givens.ts";
import { loader } from "./route.tsx";

const database = useTestDatabase();
const preview = async (opportunityId: string, as?: string, query = "") =>
  loader(
    await ask(database.db, {
      url: `/partner/opportunities/${opportunityId}/preview${query}`,
      params: { opportunityId },
      ...(as && { as }),
    }),
  );
const htmlOf = async (...asked: Parameters<typeof preview>) => (await preview(...asked)).preview!.html;
const contact = { contactName: "Tomás Contact", contactEmail: "kept@example.org", contactPhone: "309 555 0100" };

it("shows the working copy as its readers would get it, without the contact kept for the district", async () => {
  const { opportunity } = await givenListing(database.db, {
    opportunity: contact,
    listing: { state: "draft", districtId: districts.lakeshore.id },
  });
  const { title, shownIn, preview: shown } = await preview(opportunity.id, people.tomas.id);
  expect(title).toBe("Preview: Bicycle repair helper");
  expect(shown).toMatchObject({ as: "student", locale: "en", staysIn: null });
  expect(shownIn).toBe("lakeshore");
  expect(shown!.html).toContain(organizations.bluestem.name);
  expect(shown!.html).toContain(`Checked by ${districts.lakeshore.name}`);
  for (const kept of Object.values(contact)) expect(shown!.html).not.toContain(kept);
});

it("says the interface's words in the other language and leaves the text in its own", async () => {
  const { id } = await givenOpportunity(database.db, { description: "Fix bikes with us" });
  const { preview: shown } = await preview(id, people.tomas.id, "?as=print&lang=es");
  expect(shown).toMatchObject({ as: "print", locale: "es", staysIn: "en" });
  expect(shown!.html).toMatch(/<h2[^>]*lang="en"[^>]*>Bicycle repair helper</);
  expect(shown!.html).toContain("De qué se trata");
  expect(shown!.html).toMatch(/lang="en"[^>]*>.*Fix bikes with us/s);
  const odd = await preview(id, people.tomas.id, "?as=__proto__&lang=xx&in=nowhere");
  expect(odd.preview).toMatchObject({ as: "student", locale: "en" });
});

it("shows a district's own restrictions and note once it has decided, and the district that is asked for", async () => {
  const restricted = { noteToReaders: "Bring boots.", onlyGroups: ["Robotics club"] };
  const { opportunity } = await givenListing(database.db, { listing: restricted });
  expect(await htmlOf(opportunity.id, people.tomas.id)).toContain("Bring boots.");
  const elsewhere = await preview(opportunity.id, people.tomas.id, "?in=lakeshore");
  expect(elsewhere.shownIn).toBe("lakeshore");
  expect(elsewhere.preview!.html).not.toContain("Bring boots.");
  const asked = await givenListing(database.db, { listing: { ...restricted, state: "submitted" } });
  expect(await htmlOf(asked.opportunity.id, people.tomas.id)).not.toContain("Bring boots.");
});

it("shows what is offered nowhere yet as a district in which it could be", async () => {
  const { id } = await givenOpportunity(database.db);
  expect(["riverbend", "lakeshore"]).toContain((await preview(id, people.tomas.id)).shownIn);
});

it("is not found by another partner, by a wrong id or by a word", async () => {
  const { id } = await givenOpportunity(database.db);
  const { tomas, owen } = people;
  const answers = [preview(id, owen.id), preview(randomUUID(), tomas.id), preview("x", tomas.id)].map(thrownBy);
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([404, 404, 404]);
});

it("sends whoever is signed out to sign in, and refuses a coordinator", async () => {
  const { id } = await givenOpportunity(database.db);
  expect((await thrownBy(preview(id))).status).toBe(302);
  expect((await thrownBy(preview(id, people.dana.id))).status).toBe(403);
});
