import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { users } from "#db/schema/people.ts";
import { districts, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { answerOf, ask } from "#tests/support/request.ts";
import { action as chooseLanguage } from "../account.language/route.tsx";
import { action, loader } from "./route.tsx";

const database = useTestDatabase();
const { dana, leo } = people;
const rename = async (form: Record<string, string>) => action(await ask(database.db, { as: dana.id, form }));
const language = async (form: Record<string, string>, as?: string) =>
  chooseLanguage(await ask(database.db, { form, ...(as && { as }) }));
const row = async (id: string) => (await database.db.select().from(users).where(eq(users.id, id))).at(0);

it("shows who somebody is here, and where their desk is", async () => {
  const answer = await loader(await ask(database.db, { as: dana.id }));
  const roles = [{ role: "coordinator", place: districts.riverbend.name }];
  expect(answer).toMatchObject({ email: dana.email, roles, desk: "/coordinator" });
});

it("changes the name, and nothing by a twin of the form", async () => {
  const idempotencyKey = randomUUID();
  expect(await rename({ name: "  Dana Ortiz-Lee ", idempotencyKey })).toMatchObject({ status: 302 });
  expect((await row(dana.id))?.name).toBe("Dana Ortiz-Lee");
  await rename({ name: "Dana Again", idempotencyKey: randomUUID() });
  await rename({ name: "Dana Ortiz-Lee", idempotencyKey });
  expect((await row(dana.id))?.name).toBe("Dana Again");
});

it("refuses no name and one too long, with what was typed", async () => {
  for (const name of ["", "   ", "x".repeat(101)]) {
    const { status, error } = await answerOf(rename({ name, idempotencyKey: randomUUID() }));
    expect([status, Object.keys(error ?? {})]).toEqual([422, ["name"]]);
  }
});

it("keeps the language with the account, and in a cookie for whoever has none", async () => {
  const answer = (await language({ language: "es", next: "/account" }, leo.id)) as Response;
  expect([answer.headers.get("Location"), (await row(leo.id))?.locale]).toEqual(["/account", "es"]);
  const visitor = (await language({ language: "es", next: "https://elsewhere.example" })) as Response;
  expect(visitor.headers.get("Location")).toBe("/es/");
  expect(visitor.headers.get("Set-Cookie")).toContain("es");
  expect((await answerOf(language({ language: "xx" }, leo.id))).status).toBe(422);
});
