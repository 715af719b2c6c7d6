import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isAddress } from "#app/domain/mail/address.ts";
import { people } from "#db/seed/cast.ts";
import { mailing, testKeys } from "#tests/support/keys.ts";
import { NAUGHTY_STRINGS } from "#tests/support/naughty-strings.ts";
import { startResend, type StandInResend } from "#tests/support/stand-in-resend.ts";
import { startSmtp, type TestSmtp } from "#tests/support/smtp-server.ts";
import type { Delivery } from "./delivery.ts";
import { composeMail, openMail, sealMail } from "./outgoing-mail.ts";
import type { Mail } from "./rendered-mail.ts";
import { resendDelivery } from "./resend.server.ts";
import { smtpDelivery } from "./smtp.server.ts";

/** What people type into names and addresses to have mail of theirs sent by ours. */
const NAMES = [
  ...NAUGHTY_STRINGS.filter((text) => text.length < 1_000),
  ...["\r\nBcc: all@evil.example", "\nBcc: all@evil.example", "\rBcc: all@evil.example", "\u2028Bcc: all@evil.example"],
  ...["%0d%0aBcc: all@evil.example", "=?utf-8?q?=0ABcc:_all@evil.example?=", 'x" <all@evil.example>, "y'],
  ...["Hal <all@evil.example>", "Hal, all@evil.example", "\u0000\r\n\r\nA body of mine", "a\r\n b\r\nSubject: other"],
  "Hal\u0085Bcc: all@evil.example",
];
const ADDRESSES = [
  ...["hal@a.example\r\nBcc: all@evil.example", "hal@a.example, all@evil.example", "hal@a.example;all@evil.example"],
  ...["<hal@a.example>", "Hal <hal@a.example>", "hal@a.example all@evil.example", "hal@a.example\u0000", "hal@"],
  ...[
    '"hal\r\n"@a.example',
    '"a b"@a.example',
    "hal@a.example>",
    "hal@[127.0.0.1]",
    "@a.example",
    "",
    " hal@a.example",
  ],
  ...["hal@a.example\n", "hál@a.example", "hal@a..example", `${"a".repeat(300)}@a.example`, "a:hal@a.example;"],
];

const mail = (): Mail => ({
  ...{ id: randomUUID(), kind: "partner-listing-approved", userId: people.hal.id, address: null, locale: "en" },
  ...{ districtId: null, data: {}, state: "waiting", dueAt: new Date(), attempts: 0, firstTriedAt: null, sentAt: null },
  ...{ providerId: null, problem: null, sealedContent: null, digestId: null, createdAt: new Date() },
});
const parts = { keys: testKeys, origin: mailing.origin, from: mailing.mail.from };
const written = (name: string, to = people.hal.email as string, replyTo = name) =>
  composeMail(parts, mail(), { to, fromName: name, replyTo, subject: name, html: `<p>${"x"}</p>`, text: "Hello" });

let resend: StandInResend;
let smtp: TestSmtp;
beforeAll(async () => {
  resend = await startResend({ perSecond: 10_000 });
  smtp = await startSmtp();
});
afterAll(async () => {
  await resend.stop();
  await smtp.stop();
});

describe("names and subjects add no header and no recipient (S10)", () => {
  const adapters: [string, () => Delivery][] = [
    ["resend", () => resendDelivery({ apiKey: "re_test_0123456789", baseUrl: resend.url, turn: async () => {} })],
    ["smtp", () => smtpDelivery({ url: smtp.url })],
  ];
  it.each(adapters)("by %s", async (_name, adapter) => {
    const delivery = adapter();
    const plain = written("Riverbend")!;
    expect(await delivery.deliver(plain)).toMatchObject({ answer: "yes" });
    const usual = smtp.received.at(-1)?.fields ?? [];
    for (const name of NAMES) {
      const outgoing = written(name)!;
      expect(await delivery.deliver(outgoing), JSON.stringify(name)).toMatchObject({ answer: "yes" });
      if (_name === "resend") {
        const taken = resend.taken.at(-1)!;
        expect(taken.to).toEqual([people.hal.email]);
        expect(Object.keys(taken.headers)).toEqual(Object.keys(plain.headers));
        expect(JSON.stringify([taken.from, taken.subject])).not.toMatch(/\\[rnu]/);
        // The name in quotes, then our own address: nothing in a name ends the one or begins another.
        expect(taken.from).toMatch(/^("[^"<>\\]*" <no-reply@waypost\.example>|no-reply@waypost\.example)$/);
      } else {
        const received = smtp.received.at(-1)!;
        expect(received.recipients).toEqual([people.hal.email]);
        expect(received.fields.filter((field) => !usual.includes(field))).toEqual([]);
        expect(new Set(received.fields).size).toBe(received.fields.length);
      }
    }
  });
});

it("takes for an address only what names one mailbox and needs no quoting (S10)", () => {
  expect(ADDRESSES.filter(isAddress)).toEqual([]);
  expect(["hal@a.example", "o'neil+news@sub.a.example", "no-reply@localhost"].filter(isAddress)).toHaveLength(3);
  for (const to of ADDRESSES) expect(written("Riverbend", to)).toBeNull();
  for (const replyTo of ADDRESSES) expect(written("Riverbend", people.hal.email, replyTo)?.replyTo).toBeNull();
});

it("keeps what was handed over under seal, and gives it back unchanged", () => {
  const outgoing = written("Riverbend")!;
  const sealed = sealMail(testKeys, outgoing);
  expect(sealed).not.toContain("Riverbend");
  expect(openMail(testKeys, sealed)).toEqual(outgoing);
  expect(openMail(testKeys, `${sealed.slice(0, -4)}AAAA`)).toBeNull();
});

it("offers to stop every mail but those that guard the account (RFC 8058)", () => {
  const { headers } = written("Riverbend")!;
  expect(headers).toMatchObject({
    "List-Unsubscribe": expect.stringMatching(/^<http:\/\/localhost:3000\/unsubscribe\/listing\/[\w-]{54}>$/) as string,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  });
  const content = { to: "a@b.example", fromName: "", replyTo: null, subject: "", html: "", text: "" };
  const headersOf = (kind: string) => composeMail(parts, { ...mail(), kind }, content)?.headers ?? {};
  expect(headersOf("person-password-changed")).not.toHaveProperty("List-Unsubscribe");
  expect(headersOf("person-digest-collected")["List-Unsubscribe"]).toContain("/unsubscribe/all/");
});
