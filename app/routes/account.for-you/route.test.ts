import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { ACTIVITIES, writeAnswers } from "#app/domain/interests/questionnaire.ts";
import { guardianships, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenListing } from "#tests/support/givens.ts";
import { answerOf, ask, thrownBy } from "#tests/support/request.ts";
import { action as keep, loader as keepPage } from "../account.profile_.interests/route.tsx";
import { action as chooseMail } from "../account.mail/route.tsx";
import { action as saveProfile, loader as profilePage } from "../account.profile/route.tsx";
import { loader as ofChild } from "../account.family_.$guardianshipId.profile/route.tsx";
import { loader } from "./route.tsx";

const database = useTestDatabase();
const { leo, rosa, dana } = people;
const [ofLeo] = guardianships;
const LIKES_BUILDING = writeAnswers(
  Object.fromEntries(ACTIVITIES.map(({ id, theme }) => [id, theme === "realistic" ? "like" : "dislike"])),
);
const forYou = async (as: string) => loader(await ask(database.db, { url: "/account/for-you", as }));

beforeAll(async () => {
  await givenListing(database.db);
});

it("leads to the questions as long as nothing is known", async () => {
  const { role, page } = await forYou(leo.id);
  expect(role).toBe("student");
  expect(page.sections).toMatchObject([{ name: leo.name, hasSaid: false, answered: 0 }]);
});

it("does not say that places fit whose answers tell no interest", async () => {
  const flat = writeAnswers(Object.fromEntries(ACTIVITIES.map(({ id }) => [id, "like"])));
  const form = { answers: flat, idempotencyKey: randomUUID() };
  await keep(await ask(database.db, { as: leo.id, form }));
  expect((await forYou(leo.id)).page.sections[0]).toMatchObject({ hasSaid: false, answered: 30 });
});

it("asks once whether to write, and takes either answer for one", async () => {
  expect((await forYou(leo.id)).page.asksForMail).toBe(true);
  await chooseMail(await ask(database.db, { as: leo.id, form: { new_places: "never" } }));
  expect((await forYou(leo.id)).page.asksForMail).toBe(false);
  expect((await forYou(rosa.id)).page.asksForMail).toBe(true);
});

it("keeps answers only by its button, and then shows what fits with reasons, to the parent in a section of the child", async () => {
  const page = await keepPage(
    await ask(database.db, { url: `/account/profile/interests?a=${LIKES_BUILDING}`, as: leo.id }),
  );
  expect((await forYou(leo.id)).page.sections[0]?.hasSaid).toBe(false);
  const form = { answers: page.answers, idempotencyKey: page.idempotencyKey };
  expect(await keep(await ask(database.db, { as: leo.id, form }))).toMatchObject({ status: 302 });
  const sections = [(await forYou(leo.id)).page.sections, (await forYou(rosa.id)).page.sections];
  for (const [section] of sections) {
    expect(section).toMatchObject({ name: leo.name, hasSaid: true, answered: 30 });
    const [first] = section!.cards;
    expect(first?.reasons).toContainEqual(expect.objectContaining({ kind: "theme" }));
  }
  expect(sections[1]).toHaveLength(1);
});

it("saves the form, shows it to the parent, and puts first what brings what is needed", async () => {
  const form = {
    idempotencyKey: randomUUID(),
    version: "2",
    grade: "11",
    zip: "61201",
    needs: "paid",
    freeAt: ["weekend"],
  };
  expect(await saveProfile(await ask(database.db, { as: leo.id, form }))).toMatchObject({ status: 302 });
  const args = await ask(database.db, { as: rosa.id, params: { guardianshipId: ofLeo.id } });
  expect((await ofChild(args)).page.values).toMatchObject({
    grade: "11",
    zip: "61201",
    needs: ["paid"],
    freeAt: ["weekend"],
  });
  const [first] = (await forYou(leo.id)).page.sections[0]!.cards;
  expect(first?.reasons).toContainEqual({ kind: "brings", need: "paid" });
});

it("says what is wrong where it is, with what was typed", async () => {
  const typed = { idempotencyKey: randomUUID(), version: "3", zip: "6120", birthYear: "2010" };
  const { status, error } = await answerOf(saveProfile(await ask(database.db, { as: leo.id, form: typed })));
  expect([status, Object.keys(error ?? {}).toSorted()]).toEqual([422, ["birthYear", "zip"]]);
});

it("is for families", async () => {
  expect((await thrownBy(forYou(dana.id))).headers.get("Location")).toBe("/account");
  expect((await thrownBy(profilePage(await ask(database.db, { as: rosa.id })))).status).toBe(403);
});
