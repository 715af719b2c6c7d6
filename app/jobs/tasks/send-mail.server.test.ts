import { eq, sql } from "drizzle-orm";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { chooseCadences } from "#app/domain/mail/preferences.server.ts";
import { enqueueStalled, waitBefore } from "#app/domain/mail/sending.server.ts";
import { tell } from "#app/domain/mail/tell.server.ts";
import type { Delivery } from "#emails/delivery.ts";
import { resendDelivery } from "#emails/resend.server.ts";
import { smtpDelivery } from "#emails/smtp.server.ts";
import { mails, suppressions } from "#db/schema/mail.ts";
import { users } from "#db/schema/people.ts";
import { people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asSystem } from "#tests/support/imports.ts";
import { mailing } from "#tests/support/keys.ts";
import { mailsTo } from "#tests/support/mail.ts";
import { startResend, type StandInResend } from "#tests/support/stand-in-resend.ts";
import { startSmtp, type TestSmtp } from "#tests/support/smtp-server.ts";
import { sendMail } from "./send-mail.server.ts";

const database = useTestDatabase();
const HOUR = 3_600_000;
let resend: StandInResend;
let smtp: TestSmtp;
let byResend: Delivery;
let bySmtp: Delivery;

beforeAll(async () => {
  resend = await startResend({ perSecond: 10_000 });
  smtp = await startSmtp();
  const turn = () => Promise.resolve();
  byResend = resendDelivery({ apiKey: "re_test_0123456789", baseUrl: resend.url, turn, timeoutMs: 300 });
  bySmtp = smtpDelivery({ url: smtp.url, socketTimeout: 500 });
});
afterEach(() => {
  resend.taken.length = resend.faults.length = smtp.received.length = smtp.faults.length = 0;
});
afterAll(async () => {
  await resend.stop();
  await smtp.stop();
});

const parts = () => ({ ...mailing, db: database.db, log: pino({ level: "silent" }) });
const send = (mailId: string, delivery: Delivery, hours = 0) =>
  sendMail(parts(), { mailId }, { delivery, now: new Date(TEST_NOW.getTime() + hours * HOUR) });

async function given(address: string): Promise<string> {
  await tell(asSystem(database.db), "person-account-exists", { address, locale: "en" }, {});
  return (await mailsTo(database.db, address))[0]!.id;
}
async function now(mailId: string) {
  const [mail] = await database.db.select().from(mails).where(eq(mails.id, mailId));
  return mail!;
}
let n = 0;
const someone = () => given(`someone-${++n}@example.org`);

/** A process that ends between the provider's yes and its note. */
const crashing = (delivery: Delivery): Delivery => ({
  ...delivery,
  async deliver(mail) {
    await delivery.deliver(mail);
    throw new Error("crashed");
  },
});

describe("by a provider that knows a mail again", () => {
  it("sends it, keeps the provider's id, and nothing of what it said", async () => {
    const id = await someone();
    await send(id, byResend);
    await send(id, byResend);
    expect(await now(id)).toMatchObject({ state: "sent", attempts: 1, sealedContent: null, problem: null });
    expect(resend.taken).toMatchObject([{ id: (await now(id)).providerId, key: id, tags: [{ value: id }] }]);
  });

  it("says the same again after a crash, though everything has changed meanwhile", async () => {
    await tell(asSystem(database.db), "person-password-changed", { userId: people.owen.id }, {});
    const { id } = (await mailsTo(database.db, people.owen.email))[0]!;
    await expect(send(id, crashing(byResend))).rejects.toThrow("crashed");
    expect(await now(id)).toMatchObject({ state: "sending", attempts: 1 });
    await database.db
      .update(users)
      .set({ email: "other@example.org", locale: "es" })
      .where(eq(users.id, people.owen.id));
    await database.db.update(mails).set({ locale: "es" }).where(eq(mails.id, id));
    await send(id, byResend);
    expect(await now(id)).toMatchObject({ state: "sent", attempts: 2 });
    expect(resend.taken).toHaveLength(1);
  });

  it.each(["500", "500_after", "cut", "cut_after", "silent", "silent_after"] as const)(
    "asks again after %s until there is an answer, and sends one",
    async (fault) => {
      const id = await someone();
      resend.faults.push(fault, fault);
      await send(id, byResend);
      expect(await now(id)).toMatchObject({ state: "sending", attempts: 1 });
      await send(id, byResend);
      await send(id, byResend);
      expect((await now(id)).state).toBe("sent");
      expect(resend.taken).toHaveLength(1);
    },
  );

  it("waits as long as the provider asks, when it is too fast, and may say it anew", async () => {
    const id = await someone();
    resend.faults.push("429");
    await send(id, byResend);
    expect(await now(id)).toMatchObject({ state: "waiting", problem: "rate_limited", sealedContent: null });
    await send(id, byResend);
    expect((await now(id)).state).toBe("sent");
  });

  it("waits for the twin of a request that is still under way", async () => {
    const id = await someone();
    resend.faults.push("slow");
    const slow = resendDelivery({
      ...{ apiKey: "re_test_0123456789", baseUrl: resend.url, turn: () => Promise.resolve(), timeoutMs: 100 },
    });
    await send(id, slow);
    await send(id, byResend);
    expect(await now(id)).toMatchObject({ state: "sending", problem: "still_under_way" });
    await expect.poll(() => resend.taken.length).toBe(1);
    await send(id, byResend);
    expect((await now(id)).state).toBe("sent");
    expect(resend.taken).toHaveLength(1);
  });

  it("leaves to a person what was taken under its key in other words, or is refused", async () => {
    const id = await someone();
    await expect(send(id, crashing(byResend))).rejects.toThrow();
    await database.db.update(mails).set({ state: "waiting", locale: "es" }).where(eq(mails.id, id));
    await database.db.update(mails).set({ kind: "person-invited" }).where(eq(mails.id, id));
    await database.db.update(mails).set({ kind: "person-password-changed" }).where(eq(mails.id, id));
    await send(id, byResend);
    expect(await now(id)).toMatchObject({ state: "parked", problem: "key_used_for_another" });
    expect(resend.taken).toHaveLength(1);
  });

  it("tries for a day and then leaves it to a person", async () => {
    const id = await someone();
    resend.faults.push("500", "500");
    await send(id, byResend);
    await send(id, byResend, 23);
    expect((await now(id)).state).toBe("sending");
    await send(id, byResend, 24);
    expect(await now(id)).toMatchObject({ state: "parked", problem: "provider_fault" });
    expect(resend.taken).toEqual([]);
  });

  it("takes a yes that comes after it was given up", async () => {
    const id = await someone();
    const late: Delivery = {
      ...byResend,
      async deliver(mail) {
        await database.db.update(mails).set({ state: "parked" }).where(eq(mails.id, id));
        return byResend.deliver(mail);
      },
    };
    await send(id, late);
    expect((await now(id)).state).toBe("sent");
  });

  it("lets one of two tries at the same moment hand it over", async () => {
    const id = await someone();
    await Promise.all([send(id, byResend), send(id, byResend), send(id, byResend)]);
    expect((await now(id)).state).toBe("sent");
    expect(resend.taken).toHaveLength(1);
  });
});

describe("by a mail server, which does not", () => {
  it("sends it with an id that is the same at every try", async () => {
    const id = await someone();
    await send(id, bySmtp);
    expect((await now(id)).state).toBe("sent");
    expect(smtp.received[0]!.raw).toContain(`Message-ID: <${id}@waypost.example>`);
  });

  it("tries again what was refused for now, or cut off before it was said", async () => {
    const id = await someone();
    smtp.faults.push("greylisted");
    await send(id, bySmtp);
    expect(await now(id)).toMatchObject({ state: "waiting", problem: "rate_limited" });
    const away = smtpDelivery({ url: "smtp://127.0.0.1:1" });
    await send(id, away);
    expect(await now(id)).toMatchObject({ state: "waiting", problem: "no_connection" });
    await send(id, bySmtp);
    expect((await now(id)).state).toBe("sent");
    expect(smtp.received).toHaveLength(1);
  });

  it("never sends again what may have arrived", async () => {
    const cut = await someone();
    smtp.faults.push("cut_after");
    await send(cut, bySmtp);
    const crashed = await someone();
    await expect(send(crashed, crashing(bySmtp))).rejects.toThrow();
    await send(crashed, bySmtp);
    await send(cut, bySmtp);
    expect([(await now(cut)).state, (await now(crashed)).state]).toEqual(["parked", "parked"]);
    expect(smtp.received).toHaveLength(2);
  });

  it("leaves an address nobody has to a person", async () => {
    const id = await someone();
    smtp.faults.push("unknown_mailbox");
    await send(id, bySmtp);
    expect(await now(id)).toMatchObject({ state: "parked", problem: "refused" });
  });
});

describe("is not sent", () => {
  it("to an address that takes none", async () => {
    const id = await given("Bounced@example.org");
    await database.db.insert(suppressions).values({ address: "bounced@example.org", reason: "bounced", at: TEST_NOW });
    await send(id, byResend);
    expect(await now(id)).toMatchObject({ state: "suppressed", attempts: 0 });
  });

  it("to whom has stopped such mails since, nor when there is nobody left", async () => {
    await tell(
      asSystem(database.db),
      "partner-listing-approved",
      { userId: people.hal.id },
      { listingId: people.hal.id },
    );
    const { id } = (await mailsTo(database.db, people.hal.email))[0]!;
    const ctx = { db: database.db, now: TEST_NOW, actor: { kind: "person", userId: people.hal.id } } as const;
    await chooseCadences(ctx, { listing: "never" });
    await send(id, byResend);
    expect((await now(id)).state).toBe("dropped");
    await send("00000000-0000-4000-8000-000000000000", byResend);
    expect(resend.taken).toEqual([]);
  });

  it("to what is no address", async () => {
    const id = await given("someone@example.org, all@example.org");
    await send(id, byResend);
    expect(await now(id)).toMatchObject({ state: "parked", problem: "no_address" });
  });
});

it("gives another job to a mail that is due and has lost its own, once", async () => {
  const id = await someone();
  const old = new Date(Date.now() - HOUR);
  await database.db.update(mails).set({ dueAt: old }).where(eq(mails.id, id));
  expect(await enqueueStalled(database.db)).toBe(0);
  await database.db.execute(sql`delete from graphile_worker._private_jobs`);
  expect([await enqueueStalled(database.db), await enqueueStalled(database.db)]).toEqual([1, 0]);
});

it("waits longer after each try, up to half an hour, at random within the half", () => {
  expect([1, 2, 3, 9, 30].map((tries) => waitBefore(tries, () => 1))).toEqual([4e3, 8e3, 16e3, 1_024e3, 1_800e3]);
  expect(waitBefore(1, () => 0)).toBe(2_000);
});
