import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { mails } from "#db/schema/mail.ts";
import { users } from "#db/schema/people.ts";
import { oneTimeLinks } from "#db/schema/sign-in.ts";
import { people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { testKeys } from "#tests/support/keys.ts";
import { askForLink, sendAskedLink } from "./asked-links.server.ts";

const database = useTestDatabase();
const parts = () => ({ db: database.db, keys: testKeys, now: TEST_NOW });
const asked = (email: string) => ({ purpose: "sign_in" as const, email, browserHash: "this browser's" });

async function notes() {
  const rows = await database.db.execute<{ payload: { sealed: string } }>(
    sql`select payload from graphile_worker._private_jobs where payload->>'sealed' is not null order by id`,
  );
  return rows.map(({ payload }) => payload.sealed);
}

beforeEach(async () => {
  await database.db.delete(mails);
  await database.db.execute(sql`delete from graphile_worker._private_jobs`);
});

describe("S7: asking for a link", () => {
  it("leaves the same for everyone: a sealed note that says nothing", async () => {
    await askForLink(parts(), asked(people.hal.email));
    await askForLink(parts(), asked("no@quadparks.example"));
    const [known, unknown] = await notes();
    expect(known!.length - unknown!.length).toBeLessThanOrEqual(4);
    expect(await notes()).toHaveLength(2);
    for (const sealed of await notes()) expect(sealed).not.toContain("quadparks");
    expect(await database.db.$count(oneTimeLinks)).toBe(0);
  });

  it("is answered by one mail with a link bound to the browser, and by none where nobody is", async () => {
    for (const email of [people.hal.email.toUpperCase(), "nobody@quadparks.example"])
      await askForLink(parts(), asked(email));
    for (const sealed of await notes()) await sendAskedLink(parts(), sealed);
    const [mail, ...others] = await database.db.select().from(mails);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ kind: "person-sign-in-asked", userId: people.hal.id });
    const [link] = await database.db.select().from(oneTimeLinks);
    expect(link).toMatchObject({ userId: people.hal.id, email: people.hal.email, browserHash: "this browser's" });
    expect(mail!.data).toEqual({ linkId: link!.id });
  });

  it("is not answered for a disabled person or by another secret", async () => {
    await database.db.update(users).set({ disabledAt: TEST_NOW }).where(eq(users.id, people.mei.id));
    await askForLink(parts(), asked(people.mei.email));
    for (const sealed of await notes()) await sendAskedLink(parts(), sealed);
    await sendAskedLink(parts(), "not sealed by us");
    expect(await database.db.select().from(mails)).toEqual([]);
  });
});
