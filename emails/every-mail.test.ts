import fs from "node:fs";
import { describe, expect, it } from "vitest";
import { MAILS, type MailKind } from "#app/domain/mail/mails.ts";
import { LOCALES } from "#app/i18n/locales.ts";
import { people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenMailOf, KINDS } from "#tests/support/every-mail.ts";
import { mailing, testKeys } from "#tests/support/keys.ts";
import { linksIn } from "#tests/support/mail.ts";
import { DARK, LIGHT } from "./colors.ts";
import { renderMail } from "./render.server.tsx";
import type { Mail } from "./rendered-mail.ts";

const database = useTestDatabase();
const parts = (now = TEST_NOW) => ({ ...mailing, db: database.db, now });
const STUDENTS = [people.leo, people.ana, people.noah].flatMap(({ name, email }) => [name, email, ...name.split(" ")]);

/** A token's address, and the purposes under one of which it must read back. */
const SIGNED =
  /\/(verify|sign-in\/link|reset-password|account\/address|invitations|still-true|claims|searches|unsubscribe\/\w+)\/([\w-]{54})$/;
const PURPOSES: Record<string, string> = {
  verify: "verify-email",
  "sign-in/link": "sign-in",
  "reset-password": "reset-password",
  "account/address": "change-email",
  invitations: "invitation",
  "still-true": "still-true",
  claims: "claim",
  searches: "confirm-search",
};
const idIn = (data: Mail["data"]) => data.linkId ?? data.invitationId;

async function rendered(kind: MailKind, locale: (typeof LOCALES)[number]) {
  const mail = await givenMailOf(database.db, kind, locale);
  const read = await renderMail(parts(), mail);
  if (!read) throw new Error(`${kind} has nothing to say`);
  return { mail, read };
}

describe.each(LOCALES)("in %s", (locale) => {
  it.each(KINDS)("%s says what it must", async (kind) => {
    const { mail, read } = await rendered(kind, locale);
    expect(read.html).toContain(`lang="${locale}"`);
    expect(read.html).toContain('name="color-scheme" content="light dark"');
    expect(read.subject.length).toBeGreaterThan(5);
    expect(read.subject.length).toBeLessThan(110);
    expect(read.text).toContain(read.subject);
    // A message that is missing would be said by its key.
    expect(read.text + read.subject).not.toMatch(/letters\.|undefined|\{\{|null/);
    for (const marker of STUDENTS) expect(read.subject).not.toContain(marker);

    const addresses = [...read.html.matchAll(/(?:href|src|url\()\s*=?\s*["'(]?([^"')\s>]+)/g)].map(([, url]) => url!);
    expect(addresses.filter((url) => !url.startsWith(`${mailing.origin}/`) && !url.startsWith("mailto:"))).toEqual([]);
    expect(read.html).not.toMatch(/<img|<svg|<script|<link/);
    expect((read.html.match(/class="action"/g) ?? []).length).toBeLessThanOrEqual(1);

    const stops = linksIn(read.text, mailing.origin).filter((link) => link.includes("/unsubscribe/"));
    expect(stops).toHaveLength(MAILS[kind].category === "account" ? 0 : 1);
    for (const link of linksIn(read.text, mailing.origin)) {
      const [, where = "", token = ""] = SIGNED.exec(link) ?? [];
      const category = where.match(/^unsubscribe\/(\w+)$/)?.[1];
      if (category) {
        expect(testKeys.read(`unsubscribe ${category}`, token)).toBe(mail.data.searchId ?? mail.userId);
        expect(category).toBe(MAILS[kind].category);
      } else if (token)
        expect(testKeys.read(PURPOSES[where] ?? "", token)).toEqual(idIn(mail.data) ?? expect.any(String));
      else expect(link).not.toMatch(/[\w-]{54}/);
    }
    if (idIn(mail.data)) expect(linksIn(read.text, mailing.origin)[0]).toMatch(SIGNED);
  });
});

it("covers every kind, and the two languages say different things", async () => {
  expect(KINDS.toSorted()).toEqual(Object.keys(MAILS).toSorted());
  for (const kind of KINDS) {
    const [en, es] = [await rendered(kind, "en"), await rendered(kind, "es")];
    expect(en.read.subject).not.toBe(es.read.subject);
  }
});

it.each(KINDS)("%s says the same whenever it is tried", async (kind) => {
  const mail = await givenMailOf(database.db, kind, "en");
  const soon = new Date(TEST_NOW.getTime() + 5 * 60_000);
  expect(await renderMail(parts(soon), mail)).toEqual(await renderMail(parts(), mail));
});

it("writes in the district's name and takes answers there, else in the site's", async () => {
  const { read } = await rendered("partner-listing-approved", "en");
  expect(read).toMatchObject({ fromName: "Riverbend Community Schools", replyTo: "partnerships@riverbend.example" });
  const { read: own } = await rendered("person-sign-in-asked", "en");
  expect(own).toMatchObject({ fromName: "Waypost", replyTo: null });
  const { read: student } = await rendered("person-device-new", "en");
  expect(student).toMatchObject({ fromName: "Riverbend Community Schools" });
});

it("shows the code of a sign-in link in two groups", async () => {
  const { mail, read } = await rendered("person-sign-in-asked", "es");
  const code = testKeys.code("sign-in", String(mail.data.linkId));
  expect(read.text).toContain(`${code.slice(0, 4)} ${code.slice(4)}`);
  expect(read.subject).not.toMatch(/\d/);
});

it("wears the site's colors", () => {
  const [light, dark] = ["", "-dark"].map((look) => fs.readFileSync(`app/styles/tokens${look}.css`, "utf8"));
  for (const [name, color] of Object.entries(LIGHT)) expect(light).toContain(`--${name}: ${color};`);
  for (const [name, color] of Object.entries(DARK)) expect(dark).toContain(`--${name}: ${color};`);
});
