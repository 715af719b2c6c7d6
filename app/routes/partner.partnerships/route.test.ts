import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { partnerships } from "#db/schema/organizations.ts";
import { districts, organizations, people } from "#db/seed/cast.ts";
import { RATE_LIMITS } from "#app/http/rate-limits.ts";
import { action as askToJoin } from "#app/routes/join.organization.membership/route.tsx";
import { useTestDatabase } from "#tests/support/database.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { action } from "./route.tsx";

const database = useTestDatabase();
const { tries } = RATE_LIMITS.asking.account;
const asking = (form: Record<string, string>) =>
  ask(database.db, {
    url: "/partner/partnerships",
    as: people.owen.id,
    form: { ...form, idempotencyKey: randomUUID() },
  });

it("asks a district once, however often, and after a while to wait", async () => {
  const form = { organizationId: organizations.harbor.id, districtIds: districts.riverbend.id };
  for (let i = 0; i < tries; i++) await action(await asking(form));
  const { status, headers } = await thrownBy(action(await asking(form)));
  expect(status).toBe(429);
  expect(Number(headers.get("Retry-After"))).toBeGreaterThan(0);
  const asked = await database.db
    .select()
    .from(partnerships)
    .where(eq(partnerships.organizationId, organizations.harbor.id));
  expect(asked.filter(({ districtId }) => districtId === districts.riverbend.id)).toHaveLength(1);

  // Asking to act for an organization counts with it: both mail somebody.
  const joining = { organizationId: organizations.college.id };
  expect((await thrownBy(askToJoin(await asking(joining)))).status).toBe(429);
});
