import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { districts } from "#db/schema/districts.ts";
import { districtStaff, operators, users } from "#db/schema/people.ts";
import { districts as cast, people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { givenApp, givenPasskey } from "#tests/support/second-factors.ts";
import type { SignedInUser } from "./sessions.server.ts";
import { mayBeWithout } from "./second-factor-demand.server.ts";
import { requireAdmin, requireCoordinator, requireOperator, requirePerson } from "./guards.server.ts";

const database = useTestDatabase();
const { dana, ines, joan, priya, marcus } = people;
const daysAgo = (days: number) => new Date(TEST_NOW.getTime() - days * 86_400_000);
const asking = (as: string) => ask(database.db, { url: "/coordinator", as });
const sent = async (work: Promise<unknown>) => (await thrownBy(work)).headers.get("Location");

beforeEach(async () => {
  // As real people: the demo's are not asked.
  await database.db.update(users).set({ isDemo: false });
  await database.db.update(districtStaff).set({ createdAt: daysAgo(14) });
});

describe("who works for a district", () => {
  it("may work without a second factor for the days the district gives, and not after", async () => {
    await database.db.update(districts).set({ secondFactorGraceDays: 15 }).where(eq(districts.id, cast.riverbend.id));
    await requireCoordinator(await asking(dana.id));
    await requireAdmin(await asking(ines.id));
    expect(await sent(requireCoordinator(await asking(priya.id)))).toBe("/account/security");
    await database.db.update(districts).set({ secondFactorGraceDays: 14 }).where(eq(districts.id, cast.riverbend.id));
    expect(await sent(requireCoordinator(await asking(dana.id)))).toBe("/account/security");
    expect(await sent(requireAdmin(await asking(ines.id)))).toBe("/account/security");
  });

  it("goes on working with an app or a passkey", async () => {
    await givenApp(database.db, dana.id);
    await givenPasskey(database.db, marcus.id);
    for (const { id } of [dana, marcus]) await requireCoordinator(await asking(id));
  });

  it("is never kept from their own account", async () => {
    await requirePerson(await asking(priya.id));
  });

  it("is not asked as one of the demo's people", async () => {
    await database.db.update(users).set({ isDemo: true });
    await requireCoordinator(await asking(priya.id));
  });

  it("is forbidden, not asked, where they have no business", async () => {
    expect((await thrownBy(requireAdmin(await asking(priya.id)))).status).toBe(403);
  });
});

it("asks who runs the platform at once", async () => {
  await database.db.update(operators).set({ createdAt: TEST_NOW });
  expect(await sent(requireOperator(await asking(joan.id)))).toBe("/account/security");
  await givenApp(database.db, joan.id);
  await requireOperator(await asking(joan.id));
});

it("lets the last one of somebody without a password go only after a sign-in just now", async () => {
  const of = (minutesAgo: number) => ({
    ...{ id: people.ana.id, isDemo: false, staffOf: null, isOperator: false },
    session: { createdAt: new Date(TEST_NOW.getTime() - minutesAgo * 60_000) } as SignedInUser["session"],
  });
  await database.db.update(users).set({ passwordHash: null }).where(eq(users.id, people.ana.id));
  const at = { db: database.db, now: TEST_NOW };
  expect(await mayBeWithout(at, of(1), "")).toBe("yes");
  expect(await mayBeWithout(at, of(11), "")).toBe("sign_in_again");
});
