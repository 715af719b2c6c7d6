import { expect, it } from "vitest";
import { people } from "#db/seed/cast.ts";
import { asSystem } from "#tests/support/imports.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { lastMail, mailsTo } from "#tests/support/mail.ts";
import { addresseeOf } from "./addressee.server.ts";
import { tell } from "./tell.server.ts";

const database = useTestDatabase();

it("writes to the mail's own address, else to the account's", async () => {
  const { db } = database;
  expect(await addresseeOf(db, { address: "new@example.org", userId: people.hal.id })).toBe("new@example.org");
  expect(await addresseeOf(db, { address: null, userId: people.hal.id })).toBe(people.hal.email);
});

it("finds the newest mail for an address, in tests that need one", async () => {
  const ctx = asSystem(database.db);
  await tell(ctx, "person-password-changed", { userId: people.hal.id }, {});
  await tell(ctx, "person-account-exists", { userId: people.hal.id }, {});
  await tell(ctx, "person-account-exists", { address: "Else@example.org", locale: "es" }, {});
  expect((await mailsTo(database.db, people.hal.email.toUpperCase())).map(({ kind }) => kind)).toEqual([
    "person-account-exists",
    "person-password-changed",
  ]);
  expect(await lastMail(database.db, "else@example.org")).toMatchObject({ to: "Else@example.org" });
  await expect(lastMail(database.db, "nobody@example.org")).rejects.toThrow("no mail");
});
