import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { listHosts, MOST_HOSTS } from "#app/domain/districts/district-hosts.server.ts";
import { loader as districtsShown } from "#app/routes/operator.districts/route.tsx";
import { loader as settings } from "#app/routes/coordinator.settings._index/route.tsx";
import { action as removal, loader as asksFirst } from "#app/routes/operator.hosts.$hostId.removal/route.tsx";
import { districts, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { answerOf, ask, thrownBy } from "#tests/support/request.ts";
import { action, loader } from "./route.tsx";

const database = useTestDatabase();
const { riverbend, lakeshore } = districts;
const context = { origin: "https://list.example.org" };
const as = people.joan.id;
const of = (districtId: string) => ({ params: { districtId }, context });
const add = async (host: string, districtId: string = riverbend.id, who: string = as) => {
  const form = { host, idempotencyKey: randomUUID() };
  return action(await ask(database.db, { as: who, form, ...of(districtId) }));
};
const shown = async (districtId: string) => loader(await ask(database.db, { as, ...of(districtId) }));
const problemOf = async (host: string, districtId?: string) => {
  const { status, error, initialValue } = await answerOf(add(host, districtId));
  expect(initialValue).toMatchObject({ host });
  return [status, error?.host?.[0]];
};

it("adds a name as it was meant, and shows it to the operator and to the district's admin alone", async () => {
  const answer = (await add(" Jobs.Riverbend.Example ")) as Response;
  expect(answer.headers.get("Location")).toBe(`/operator/districts/${riverbend.id}/hosts?done=added`);
  expect(await shown(riverbend.id)).toMatchObject({
    origin: context.origin,
    hosts: [{ host: "jobs.riverbend.example", origin: "https://jobs.riverbend.example" }],
  });
  const { districts: rows } = await districtsShown(await ask(database.db, { as, context }));
  expect(rows.map(({ slug, hosts }) => [slug, hosts])).toEqual([
    ["lakeshore", []],
    ["riverbend", ["jobs.riverbend.example"]],
  ]);
  const seenBy = async (admin: string) => (await settings(await ask(database.db, { as: admin, context }))).hosts;
  expect(await seenBy(people.ines.id)).toEqual(["https://jobs.riverbend.example"]);
  expect(await seenBy(people.carl.id)).toEqual([]);
});

it("says beside the name what is wrong with it, and keeps it", async () => {
  expect(await problemOf("riverbend")).toEqual([422, expect.stringContaining("not a name")]);
  expect(await problemOf("https://a.example/")).toEqual([422, expect.stringContaining("without https")]);
  expect(await problemOf("a.example:80")).toEqual([422, expect.stringContaining("without a colon")]);
  expect(await problemOf("10.0.0.1")).toEqual([422, expect.stringContaining("number of a machine")]);
  expect(await problemOf("List.Example.org")).toEqual([409, expect.stringContaining("site's own name")]);
  await add("one.example");
  expect(await problemOf("ONE.example")).toEqual([409, expect.stringContaining("already")]);
  expect(await problemOf("one.example", lakeshore.id)).toEqual([409, expect.stringContaining("Another district")]);
  const there = (await listHosts(database.db, riverbend.id)).length;
  for (let n = there; n < MOST_HOSTS; n++) await add(`name-${n}.example`);
  expect(await problemOf("one-more.example")).toEqual([409, expect.stringContaining("at most 5")]);
});

it("asks before it takes a name back", async () => {
  await add("gone.lakeshore.example", lakeshore.id);
  const [{ id: hostId } = { id: "" }] = await listHosts(database.db, lakeshore.id);
  const door = { as, params: { hostId }, context };
  expect((await asksFirst(await ask(database.db, door))).title).toBe("Remove gone.lakeshore.example?");
  const sent = { ...door, form: { idempotencyKey: randomUUID() } };
  const answer = (await removal(await ask(database.db, sent))) as Response;
  expect(answer.headers.get("Location")).toBe(`/operator/districts/${lakeshore.id}/hosts?done=removed`);
  expect((await shown(lakeshore.id)).hosts).toEqual([]);
  expect((await thrownBy(asksFirst(await ask(database.db, door)))).status).toBe(404);
});

it("is the operator's alone, and of districts that are there", async () => {
  for (const { id } of [people.ines, people.dana, people.grace, people.leo])
    expect((await thrownBy(add("mine.example", riverbend.id, id))).status).toBe(403);
  expect((await thrownBy(add("mine.example", randomUUID()))).status).toBe(404);
});
