import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { pictures } from "#db/schema/files.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import { organizations, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asPartner, givenOpportunity } from "#tests/support/givens.ts";
import { givenPicture } from "#tests/support/pictures.ts";
import { describePicture } from "../files/pictures.server.ts";
import { removePicture, setPicture } from "./picturing.server.ts";

const database = useTestDatabase();
const tomas = () => asPartner(database.db, people.tomas.id, [organizations.bluestem.id]);
const owen = () => asPartner(database.db, people.owen.id, [organizations.harbor.id]);
const stored = async (id: string) =>
  (await database.db.select().from(opportunities).where(eq(opportunities.id, id)))[0]!;
const logged = async (id: string) =>
  (await database.db.select().from(events).where(eq(events.subjectId, id))).map(({ name, detail }) => [name, detail]);
const setting = (opportunityId: string, version: number, alt = "A bicycle on a stand") => ({
  ...{ opportunityId, version, alt, picture: givenPicture(), idempotencyKey: randomUUID() },
});

it("is kept with its words, once for a form sent five times, and is a change of the text", async () => {
  const { id } = await givenOpportunity(database.db);
  const before = await database.db.$count(pictures);
  const twice = setting(id, 1);
  const outcomes = await Promise.all(Array.from({ length: 5 }, () => setPicture(tomas(), twice)));
  expect(outcomes).toEqual(Array(5).fill({ ok: true, value: { version: 2 } }));
  expect(await database.db.$count(pictures)).toBe(before + 1);
  const { pictureId, pictureAlt, version } = await stored(id);
  expect([pictureAlt, version]).toEqual(["A bicycle on a stand", 2]);
  const shown = await describePicture(database.db, { pictureId, pictureAlt });
  expect(shown).toEqual({ id: pictureId, alt: "A bicycle on a stand", width: 3, height: 2 });
  expect(await logged(id)).toEqual([["opportunity.edited", { fields: ["pictureId", "pictureAlt"], version: 2 }]]);
});

it("is described anew without being sent again, and saying the same changes nothing", async () => {
  const { id } = await givenOpportunity(database.db);
  await setPicture(tomas(), setting(id, 1));
  const { pictureId } = await stored(id);
  expect((await setPicture(tomas(), { ...setting(id, 2, "Two bicycles"), picture: null })).ok).toBe(true);
  expect(await stored(id)).toMatchObject({ pictureId, pictureAlt: "Two bicycles", version: 3 });
  const same = await setPicture(tomas(), { ...setting(id, 3, "Two bicycles"), picture: null });
  expect(same).toEqual({ ok: true, value: { version: 3 } });
});

it("is taken off with its words", async () => {
  const { id } = await givenOpportunity(database.db);
  await setPicture(tomas(), setting(id, 1));
  const removing = { opportunityId: id, version: 2, idempotencyKey: randomUUID() };
  expect(await removePicture(tomas(), removing)).toEqual({ ok: true, value: { version: 3 } });
  expect(await stored(id)).toMatchObject({ pictureId: null, pictureAlt: null });
});

it("is not put over what another tab saved", async () => {
  const { id } = await givenOpportunity(database.db);
  await setPicture(tomas(), setting(id, 1, "Theirs"));
  expect(await setPicture(tomas(), setting(id, 1, "Mine"))).toEqual({ ok: false, refusal: "edited_elsewhere" });
  const removing = { opportunityId: id, version: 1, idempotencyKey: randomUUID() };
  expect(await removePicture(tomas(), removing)).toEqual({ ok: false, refusal: "edited_elsewhere" });
  expect((await stored(id)).pictureAlt).toBe("Theirs");
});

it("is not there to be described before it was sent, and taking nothing off changes nothing", async () => {
  const { id } = await givenOpportunity(database.db);
  expect(await setPicture(tomas(), { ...setting(id, 1), picture: null })).toEqual({ ok: false, refusal: "no_picture" });
  const removing = { opportunityId: id, version: 1, idempotencyKey: randomUUID() };
  expect(await removePicture(tomas(), removing)).toEqual({ ok: true, value: { version: 1 } });
});

it("is not found by another partner", async () => {
  const { id } = await givenOpportunity(database.db);
  for (const opportunityId of [id, randomUUID()]) {
    expect(await setPicture(owen(), setting(opportunityId, 1))).toEqual({ ok: false, refusal: "not_found" });
    const removing = { opportunityId, version: 1, idempotencyKey: randomUUID() };
    expect(await removePicture(owen(), removing)).toEqual({ ok: false, refusal: "not_found" });
  }
  expect((await stored(id)).pictureId).toBeNull();
});
