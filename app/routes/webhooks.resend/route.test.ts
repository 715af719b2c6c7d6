import { createHmac, randomBytes, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { mails, suppressions, webhookMessages } from "#db/schema/mail.ts";
import { people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { action } from "./route.ts";

const database = useTestDatabase();
const key = randomBytes(24);
const webhookSecret = `whsec_${key.toString("base64")}`;
const seconds = Math.floor(TEST_NOW.getTime() / 1000);

interface Sent {
  id?: string;
  at?: number;
  signedWith?: Buffer;
  signature?: string;
  body?: string;
}

const bounced = (to: string, created_at = "2027-02-09T20:00:00Z", more: object = {}) => ({
  ...{ type: "email.bounced", created_at, data: { to: [to], bounce: { type: "Permanent" }, ...more } },
});

/** As Svix signs: the id, the time and the body together. */
async function deliver(message: object, { id = `msg_${randomUUID()}`, at = seconds, ...sent }: Sent = {}) {
  const signed = JSON.stringify(message);
  const mac = createHmac("sha256", sent.signedWith ?? key)
    .update(`${id}.${at}.${signed}`)
    .digest("base64");
  const args = await ask(database.db, { context: { webhookSecret } });
  args.request = new Request("http://localhost:3000/webhooks/resend", {
    method: "POST",
    body: sent.body ?? signed,
    headers: { "svix-id": id, "svix-timestamp": String(at), "svix-signature": sent.signature ?? `v1,${mac}` },
  });
  return (await action(args)).status;
}

const suppressed = () => database.db.select().from(suppressions);

beforeEach(async () => {
  await database.db.delete(suppressions);
  await database.db.delete(webhookMessages);
});

describe("what the provider tells", () => {
  it("stops mail to an address that is gone or complained, and names no one in the mail's row", async () => {
    const [mail] = await database.db
      .insert(mails)
      .values({ kind: "person-account-exists", locale: "en", data: {}, dueAt: TEST_NOW, userId: people.hal.id })
      .returning();
    expect(await deliver(bounced("Hal@Quadparks.example", undefined, { tags: { mail_id: mail!.id } }))).toBe(204);
    const complained = { ...bounced("ruth@families.example"), type: "email.complained" };
    expect(await deliver(complained)).toBe(204);
    expect((await suppressed()).map(({ address, reason }) => [address, reason]).toSorted()).toEqual([
      ["hal@quadparks.example", "bounced"],
      ["ruth@families.example", "complained"],
    ]);
    const [row] = await database.db.select().from(mails).where(eq(mails.id, mail!.id));
    expect(row?.problem).toBe("bounced");
  });

  it("changes nothing when a mailbox is only full, or a mail arrived or was opened", async () => {
    const soft = bounced("full@example.org");
    soft.data.bounce.type = "Transient";
    for (const message of [soft, { ...soft, type: "email.delivered" }, { ...soft, type: "email.opened" }])
      expect(await deliver(message)).toBe(204);
    expect(await suppressed()).toEqual([]);
  });
});

describe("has no effect (S21)", () => {
  it("with a wrong signature, or none", async () => {
    const message = bounced("a@example.org");
    const other = JSON.stringify(bounced("b@example.org"));
    const tries: Sent[] = [
      { signedWith: randomBytes(24) },
      { signature: "" },
      { signature: "v1," },
      { signature: "v1,AAAA v2,BBBB" },
      { signature: `v1a,${randomBytes(32).toString("base64")}` },
      { body: other },
      { id: "" },
      { id: "x".repeat(200) },
    ];
    for (const each of tries) expect(await deliver(message, each)).toBe(401);
    expect([await suppressed(), await database.db.$count(webhookMessages)]).toEqual([[], 0]);
  });

  it("when it is old, or from the future", async () => {
    for (const at of [seconds - 301, seconds + 301, 0])
      expect(await deliver(bounced("a@example.org"), { at })).toBe(401);
    expect(await deliver(bounced("a@example.org"), { at: seconds - 299 })).toBe(204);
    expect(await suppressed()).toHaveLength(1);
  });

  it("when it is told again, also after a person has lifted the stop", async () => {
    const id = `msg_${randomUUID()}`;
    const answers = await Promise.all(Array.from({ length: 10 }, () => deliver(bounced("a@example.org"), { id })));
    expect(new Set(answers)).toEqual(new Set([204]));
    await database.db.delete(suppressions);
    expect(await deliver(bounced("a@example.org"), { id })).toBe(204);
    expect(await suppressed()).toEqual([]);
  });

  it("that the order of messages changes", async () => {
    const first = { ...bounced("a@example.org", "2027-02-09T19:00:00Z"), type: "email.complained" };
    const messages = [first, bounced("a@example.org"), { ...bounced("a@example.org"), type: "email.delivered" }];
    const ends = [];
    for (const order of [messages, messages.toReversed(), [messages[1]!, messages[2]!, messages[0]!]]) {
      await database.db.delete(suppressions);
      for (const message of order) await deliver(message);
      ends.push(await suppressed());
    }
    expect(ends).toEqual([ends[0], ends[0], ends[0]]);
    expect(ends[0]).toMatchObject([{ reason: "complained" }]);
  });

  it("when it is no message we know", async () => {
    const odd = [null, [], {}, { type: "email.bounced" }, { type: "email.bounced", created_at: "x", data: {} }];
    for (const message of odd as object[]) expect(await deliver(message)).toBe(401);
    expect(await database.db.$count(webhookMessages)).toBe(0);
  });
});

it("is not there without a secret", async () => {
  const args = await ask(database.db, { form: {} });
  expect((await thrownBy(action(args))).status).toBe(404);
});

it("believes two signatures while a secret is changed", async () => {
  const message = bounced("a@example.org");
  const id = `msg_${randomUUID()}`;
  const mac = createHmac("sha256", key)
    .update(`${id}.${seconds}.${JSON.stringify(message)}`)
    .digest("base64");
  const signature = `v1,${randomBytes(32).toString("base64")} v1,${mac}`;
  expect(await deliver(message, { id, signature })).toBe(204);
});
