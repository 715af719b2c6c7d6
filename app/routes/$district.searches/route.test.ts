import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import "#app/i18n/catalogs.server.ts";
import { savedSearches } from "#db/schema/saved.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { answerOf, ask } from "#tests/support/request.ts";
import { action, loader } from "./route.tsx";

const database = useTestDatabase();

const asking = (query: string, form?: Record<string, string>) =>
  ask(database.db, {
    ...{ url: `/riverbend/searches${query}`, params: { district: "riverbend" } },
    ...(form && { form: { cadence: "weekly", idempotencyKey: randomUUID(), ...form } }),
  });
const page = async (query: string) => loader(await asking(query));
const send = async (query: string, email: string) => (await action(await asking(query, { email }))) as Response;

describe("what is asked for", () => {
  it.each([
    ["?follow=editions", "editions", "", "Tell me of each new edition"],
    ["", "search", "", "Get what is new by e-mail"],
    ["?sort=newest&page=3", "search", "", "Get what is new by e-mail"],
    ["?q=bikes&page=2", "search", "q=bikes", "Tell me when something new fits"],
  ])("by %j is kept, and still known when the mail is on its way", async (query, follows, kept, title) => {
    const email = `pat-${randomUUID()}@example.org`;
    expect(await page(query)).toMatchObject({ follows, query: kept, title, isSent: false });
    const sent = await send(query, email);
    const { pathname, search } = new URL(sent.headers.get("Location")!, "http://localhost");
    expect(pathname).toBe("/riverbend/searches");
    expect(await page(search)).toMatchObject({ follows, query: kept, isSent: true, title: "Look at your mail" });
    const rows = await database.db.select().from(savedSearches).where(eq(savedSearches.address, email));
    expect(rows).toMatchObject([{ follows, query: kept, cadence: "weekly", confirmedAt: null }]);
  });

  it("is kept for no program that fills in what nobody sees", async () => {
    const email = `robot-${randomUUID()}@example.org`;
    await action(await asking("", { email, website: "https://casino.example" }));
    expect(await database.db.$count(savedSearches, eq(savedSearches.address, email))).toBe(0);
  });

  it("is asked again where the address is none, with what was typed", async () => {
    const { status, error, initialValue } = await answerOf(action(await asking("", { email: "pat at home" })));
    expect([status, Object.keys(error ?? {})]).toEqual([422, ["email"]]);
    expect(initialValue).toMatchObject({ email: "pat at home", cadence: "weekly" });
  });
});
