import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { districts as table } from "#db/schema/districts.ts";
import { events } from "#db/schema/events.ts";
import { districts, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asAdmin } from "#tests/support/givens.ts";
import { saveAccountPolicy, saveReviewPolicy } from "./policies.server.ts";

const database = useTestDatabase();
const ines = () => asAdmin(database.db, people.ines.id, districts.riverbend.id);
const read = async (id: string = districts.riverbend.id) =>
  (await database.db.select().from(table).where(eq(table.id, id)))[0]!;
const logged = async () => {
  const ours = and(eq(events.name, "district.settings_changed"), eq(events.districtId, districts.riverbend.id));
  return database.db.select().from(events).where(ours);
};

const review = { reviewPolicy: "two", freshnessDays: 45, hideAfterReports: 3 } as const;
const accounts = {
  familySignUp: "invitation",
  secondFactorGraceDays: 7,
  quietFrom: "21:00:00",
  quietUntil: "06:30:00",
} as const;

test.each([
  ["review", review, saveReviewPolicy],
  ["accounts", accounts, saveAccountPolicy],
] as const)(
  "an admin decides about %s; the list stays as it is, and another district too",
  async (topic, policy, save) => {
    const [before, other] = [await read(), await read(districts.lakeshore.id)];
    const form = { ...policy, version: before.version, idempotencyKey: randomUUID() };
    expect(await (save as typeof saveReviewPolicy)(ines(), form as never)).toEqual({
      ok: true,
      value: { version: before.version + 1 },
    });
    expect(await read()).toMatchObject({ ...policy, version: before.version + 1, listVersion: before.listVersion });
    expect((await logged()).map(({ detail }) => detail)).toContainEqual({ topic, fields: Object.keys(policy) });
    expect(await read(districts.lakeshore.id)).toEqual(other);
  },
);

test.each([
  ["review", review, saveReviewPolicy],
  ["accounts", accounts, saveAccountPolicy],
] as const)("the later of two tabs is told about %s", async (_topic, policy, save) => {
  const { version } = await read();
  const form = { ...policy, version: version - 1, idempotencyKey: randomUUID() };
  expect(await (save as typeof saveReviewPolicy)(ines(), form as never)).toEqual({
    ok: false,
    refusal: "changed_since_read",
  });
});
