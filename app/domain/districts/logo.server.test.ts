import { randomUUID } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import { expect, it } from "vitest";
import { districts as table } from "#db/schema/districts.ts";
import { events } from "#db/schema/events.ts";
import { pictures } from "#db/schema/files.ts";
import { districts, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asAdmin } from "#tests/support/givens.ts";
import { givenPicture } from "#tests/support/pictures.ts";
import { removeLogo, setLogo } from "./logo.server.ts";

const database = useTestDatabase();
const ines = () => asAdmin(database.db, people.ines.id, districts.riverbend.id);
const read = async (id: string = districts.riverbend.id) =>
  (await database.db.select().from(table).where(eq(table.id, id)))[0]!;
const form = async () => ({ version: (await read()).version, idempotencyKey: randomUUID() });
const givenLogo = () => ({ picture: givenPicture(), favicon: givenPicture(), touchIcon: givenPicture() });
const changed = async () => {
  const ours = and(eq(events.name, "district.settings_changed"), eq(events.districtId, districts.riverbend.id));
  return (await database.db.select().from(events).where(ours)).map(({ detail }) => detail);
};

it("is set, said in other words and taken off, and readers are told each time", async () => {
  const [before, other] = [await read(), await read(districts.lakeshore.id)];
  expect(await setLogo(ines(), { logo: givenLogo(), alt: "A heron", ...(await form()) })).toMatchObject({
    ok: true,
  });
  const { logoId, faviconId, touchIconId } = await read();
  const kept = [logoId!, faviconId!, touchIconId!];
  expect(await database.db.$count(pictures, inArray(pictures.id, kept))).toBe(3);
  expect(await setLogo(ines(), { logo: null, alt: "A blue heron", ...(await form()) })).toMatchObject({ ok: true });
  expect(await read()).toMatchObject({
    logoId,
    faviconId,
    logoAlt: "A blue heron",
    listVersion: before.listVersion + 2,
  });
  expect(await removeLogo(ines(), await form())).toMatchObject({ ok: true });
  expect(await read()).toMatchObject({ logoId: null, faviconId: null, listVersion: before.listVersion + 3 });
  expect(await changed()).toMatchObject([
    { topic: "profile", fields: ["logoId", "faviconId", "touchIconId", "logoAlt"] },
    { topic: "profile", fields: ["logoAlt"] },
    { topic: "profile", fields: ["logoId", "logoAlt", "faviconId", "touchIconId"] },
  ]);
  expect(await read(districts.lakeshore.id)).toEqual(other);
});

it("is refused without a picture, and to the later of two tabs", async () => {
  const nothing = { logo: null, alt: "A heron" };
  expect(await setLogo(ines(), { ...nothing, ...(await form()) })).toEqual({ ok: false, refusal: "no_picture" });
  const late = { version: (await read()).version - 1, idempotencyKey: randomUUID() };
  const tooLate = { ok: false, refusal: "changed_since_read" };
  expect(await setLogo(ines(), { logo: givenLogo(), alt: "A heron", ...late })).toEqual(tooLate);
  expect(await removeLogo(ines(), { ...late, idempotencyKey: randomUUID() })).toEqual(tooLate);
});
