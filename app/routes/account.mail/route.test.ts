import { expect, it } from "vitest";
import { cadencesOf } from "#app/domain/mail/preferences.server.ts";
import { people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { answerOf, ask } from "#tests/support/request.ts";
import { action, loader } from "./route.tsx";

const database = useTestDatabase();
const look = async (as: string) => loader(await ask(database.db, { as }));
const choose = async (as: string, form: Record<string, string>) => action(await ask(database.db, { as, form }));

it("asks everybody about the mails that concern them", async () => {
  expect((await look(people.dana.id)).categories).toEqual(["partnership", "review", "week"]);
  expect((await look(people.grace.id)).categories).toEqual(["partnership", "listing"]);
  expect((await look(people.leo.id)).categories).toEqual(["new_places"]);
  expect((await look(people.joan.id)).categories).toEqual([]);
});

it("keeps what was chosen, and leaves alone what was not asked", async () => {
  expect(await choose(people.dana.id, { review: "weekly", week: "never" })).toMatchObject({ status: 302 });
  const chosen = { partnership: "at_once", review: "weekly", week: "never" };
  expect((await look(people.dana.id)).cadences).toMatchObject(chosen);
  await choose(people.dana.id, { week: "weekly" });
  expect(await cadencesOf(database.db, people.dana.id)).toMatchObject({ review: "weekly", week: "weekly" });
  expect(await cadencesOf(database.db, people.marcus.id)).toMatchObject({ review: "daily" });
});

it("refuses a cadence there is not", async () => {
  expect((await answerOf(choose(people.dana.id, { review: "hourly" }))).status).toBe(422);
});
