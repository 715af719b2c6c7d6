import { beforeAll, expect, it } from "vitest";
import { eq } from "drizzle-orm";
import { tell } from "#app/domain/mail/tell.server.ts";
import { sealMail } from "#emails/outgoing-mail.ts";
import { mails } from "#db/schema/mail.ts";
import { people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asSystem } from "#tests/support/imports.ts";
import { testKeys } from "#tests/support/keys.ts";
import { mailsTo } from "#tests/support/mail.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { loader as one } from "../dev.mail.$mailId._index/route.tsx";
import { loader as html } from "../dev.mail.$mailId.html/route.ts";
import { loader } from "./route.tsx";

const database = useTestDatabase();
let mailId = "";

beforeAll(async () => {
  const ctx = asSystem(database.db);
  await tell(ctx, "person-password-changed", { userId: people.mei.id }, {});
  await tell(
    { ...ctx, now: new Date(ctx.now.getTime() + 1_000) },
    "person-password-changed",
    { userId: people.hal.id },
    {},
  );
  mailId = (await mailsTo(database.db, people.hal.email))[0]!.id;
});

it("lists what would have been sent, the newest first, and by address", async () => {
  const all = await loader(await ask(database.db, { url: "/dev/mail" }));
  expect(all.mails.map(({ to }) => to)).toEqual([people.hal.email, people.mei.email]);
  const hers = await loader(await ask(database.db, { url: "/dev/mail?address=MEI%40prairiehealth.example" }));
  expect(hers.mails).toMatchObject([{ kind: "person-password-changed", to: people.mei.email, state: "waiting" }]);
});

it("shows a mail with its head and its links, and its HTML on a page that may run nothing", async () => {
  const shown = await one(await ask(database.db, { params: { mailId } }));
  expect(Object.fromEntries(shown.head)).toMatchObject({ To: people.hal.email });
  expect(shown.subject).toEqual(expect.any(String));
  const page = await html(await ask(database.db, { params: { mailId } }));
  expect(page.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
  expect(page.headers.get("Content-Security-Policy")).toContain("sandbox allow-popups");
});

it("shows a mail as it was handed over, whatever has changed since", async () => {
  const content = {
    ...{ id: mailId, kind: "person-password-changed", from: { name: "Riverbend", address: "a@b.example" } },
    ...{ to: people.hal.email, replyTo: null, subject: "As sent", html: "<p>as sent</p>" },
    ...{ text: "See http://localhost:3000/account/security.", headers: {} },
  };
  await database.db
    .update(mails)
    .set({ sealedContent: sealMail(testKeys, content) })
    .where(eq(mails.id, mailId));
  expect(await one(await ask(database.db, { params: { mailId } }))).toMatchObject({
    subject: "As sent",
    links: ["http://localhost:3000/account/security"],
  });
});

it("is nowhere when mail is sent for real", async () => {
  const context = { outbox: false };
  const answers = await Promise.all(
    [loader, one, html].map(async (door) =>
      thrownBy((async () => door(await ask(database.db, { params: { mailId }, context })))()),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
});
