import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { districts as districtRows } from "#db/schema/districts.ts";
import { events } from "#db/schema/events.ts";
import { districts, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { lastMail } from "#tests/support/mail.ts";
import { answerOf, ask, thrownBy } from "#tests/support/request.ts";
import { action, loader } from "./route.tsx";

const database = useTestDatabase();
const SOUND = {
  ...{ change: "create", name: "Prairie View Schools", slug: "prairie-view", state: "IL", zip: "61201" },
  ...{ timeZone: "America/Chicago", contactEmail: "office@prairie.example" },
};
const send = async (form: Record<string, string>, as: string = people.joan.id) =>
  action(await ask(database.db, { as, form: { idempotencyKey: randomUUID(), ...form } }));
const bySlug = async (slug: string) =>
  (await database.db.select().from(districtRows).where(eq(districtRows.slug, slug))).at(0);

it("creates a district, logs it and brings it its first admin", async () => {
  const response = (await send(SOUND)) as Response;
  expect(response.headers.get("Location")).toBe("/operator/districts?created=prairie-view");
  const district = await bySlug("prairie-view");
  expect(district).toMatchObject({ name: SOUND.name, timeZone: "America/Chicago", latitude: expect.any(Number) });
  const log = await database.db.select().from(events).where(eq(events.subjectId, district!.id));
  expect(log).toMatchObject([{ name: "district.created", actorId: people.joan.id }]);
  const invite = { change: "invite", email: "first@prairie.example", role: "admin", locale: "en" };
  expect(await send({ ...invite, placeId: district!.id })).toMatchObject({ status: 302 });
  expect((await lastMail(database.db, "first@prairie.example")).kind).toBe("person-invited");
  const { districts: shown } = await loader(await ask(database.db, { as: people.joan.id }));
  expect(shown.find(({ slug }) => slug === "prairie-view")).toMatchObject({ admins: 0, isInvited: true });
});

it("refuses an address that is taken or the site's own, and what is no zone, state or ZIP", async () => {
  const wrong: [string, string][] = [
    ["slug", "account"],
    ["slug", "coordinator"],
    ["slug", "assets"],
    ["slug", "api"],
    ["slug", "embed"],
    ["slug", "regions"],
    ["slug", "calendars"],
    ["slug", "Prairie View"],
    ["slug", "prairie--view"],
    ["timeZone", "Central"],
    ["state", "XX"],
    ["zip", "6120"],
    ["contactEmail", "office"],
    ["name", " x "],
  ];
  for (const [field, value] of wrong) {
    const { status, error, initialValue } = await answerOf(send({ ...SOUND, slug: "other", [field]: value }));
    expect([value, status, Object.keys(error ?? {})]).toEqual([value, 422, [field]]);
    expect(initialValue).toMatchObject({ name: expect.any(String), [field]: expect.any(String) });
  }
  expect((await answerOf(send({ ...SOUND, slug: districts.riverbend.slug }))).status).toBe(409);
  expect((await answerOf(send({ ...SOUND, slug: "other", zip: "00001" }))).status).toBe(409);
  expect(await bySlug("other")).toBeUndefined();
});

it("makes one district of one form sent twice at once", async () => {
  const form = { ...SOUND, slug: "twice", idempotencyKey: randomUUID() };
  const answers = await Promise.all([send(form), send(form)]);
  expect(answers.every((answer) => answer instanceof Response)).toBe(true);
  expect(await database.db.$count(districtRows, eq(districtRows.slug, "twice"))).toBe(1);
});

it("is the operator's alone", async () => {
  for (const { id } of [people.ines, people.dana, people.grace, people.leo]) {
    expect((await thrownBy(send({ ...SOUND, slug: "mine" }, id))).status).toBe(403);
    expect(await bySlug("mine")).toBeUndefined();
  }
});
