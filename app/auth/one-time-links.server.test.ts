import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { users } from "#db/schema/people.ts";
import { oneTimeLinks } from "#db/schema/sign-in.ts";
import { people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { testKeys } from "#tests/support/keys.ts";
import {
  createLink,
  endLinks,
  LINKS,
  lookAtLink,
  spendLink,
  takeTry,
  type OneTimePurpose,
} from "./one-time-links.server.ts";

const database = useTestDatabase();
const at = (minutes = 0) => ({
  db: database.db,
  keys: testKeys,
  now: new Date(TEST_NOW.getTime() + minutes * 60_000),
});

async function given(purpose: OneTimePurpose, person: { id: string; email: string } = people.hal) {
  const id = await createLink(at(), { purpose, userId: person.id, email: person.email });
  return { id, token: testKeys.sign(LINKS[purpose].signedFor, id) };
}
const rowOf = async (id: string) => (await database.db.select().from(oneTimeLinks).where(eq(oneTimeLinks.id, id)))[0];

describe("S10: a link of a mail", () => {
  it("is used once of fifty clicks at the same moment", async () => {
    const { token } = await given("reset_password");
    const clicks = Array.from({ length: 50 }, () =>
      database.db.transaction((tx) => spendLink({ ...at(), db: tx }, "reset_password", token)),
    );
    expect((await Promise.all(clicks)).filter(Boolean)).toHaveLength(1);
    expect(await lookAtLink(at(), "reset_password", token)).toBeNull();
  });

  it("is changed by no look at it", async () => {
    const { id, token } = await given("sign_in");
    const before = await rowOf(id);
    for (let i = 0; i < 3; i++) expect(await lookAtLink(at(), "sign_in", token)).toMatchObject({ id });
    expect(await rowOf(id)).toEqual(before);
  });

  it.each(Object.entries(LINKS))("for %s lasts its minutes, and no longer", async (purpose, { minutes }) => {
    const { token } = await given(purpose as OneTimePurpose);
    expect(await lookAtLink(at(minutes - 1), purpose as OneTimePurpose, token)).not.toBeNull();
    expect(await lookAtLink(at(minutes), purpose as OneTimePurpose, token)).toBeNull();
    expect(await spendLink(at(minutes), purpose as OneTimePurpose, token)).toBeNull();
  });

  it("opens nothing else, and no made-up token opens anything", async () => {
    const { id, token } = await given("sign_in");
    expect(await spendLink(at(), "reset_password", token)).toBeNull();
    expect(await spendLink(at(), "reset_password", testKeys.sign("reset-password", id))).toBeNull();
    for (const made of [id, "", "x", testKeys.sign("sign-in", randomUUID()), `${token}A`])
      expect(await spendLink(at(), "sign_in", made)).toBeNull();
    expect(JSON.stringify(await rowOf(id))).not.toContain(token);
  });

  it("is given back when what it opened failed", async () => {
    const { token } = await given("verify_email");
    await database.db
      .transaction(async (tx) => {
        await spendLink({ ...at(), db: tx }, "verify_email", token);
        throw new Error("later");
      })
      .catch(() => null);
    expect(await spendLink(at(), "verify_email", token)).not.toBeNull();
  });

  it("dies with a newer one's use, another address, a disabled person, a new password", async () => {
    const [older, newer] = [await given("sign_in"), await given("sign_in")];
    const reset = await given("reset_password");
    expect(await spendLink(at(), "sign_in", newer.token)).toMatchObject({ userId: people.hal.id });
    expect(await lookAtLink(at(), "sign_in", older.token)).toBeNull();
    expect(await lookAtLink(at(), "reset_password", reset.token)).not.toBeNull();
    await endLinks(at(), people.hal.id);
    expect(await lookAtLink(at(), "reset_password", reset.token)).toBeNull();

    const owens = await given("sign_in", people.owen);
    await database.db.update(users).set({ email: "owen@new.example" }).where(eq(users.id, people.owen.id));
    expect(await spendLink(at(), "sign_in", owens.token)).toBeNull();
    const graces = await given("sign_in", people.grace);
    await database.db.update(users).set({ disabledAt: TEST_NOW }).where(eq(users.id, people.grace.id));
    expect(await spendLink(at(), "sign_in", graces.token)).toBeNull();
  });

  it("has five tries at its code, also when fifty are made at the same moment", async () => {
    const { id } = await given("sign_in", people.mei);
    const tries = await Promise.all(Array.from({ length: 50 }, () => takeTry(at(), id)));
    expect(tries.filter(Boolean)).toHaveLength(5);
  });

  it("to a new address is sent there before the account has it", async () => {
    const { token } = await given("change_email", { id: people.hal.id, email: "hal@new.example" });
    expect(await spendLink(at(), "change_email", token)).toMatchObject({ email: "hal@new.example" });
  });
});
