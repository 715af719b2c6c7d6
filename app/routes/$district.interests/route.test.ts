import { describe, expect, test } from "vitest";
import { readAnswers } from "#app/domain/interests/questionnaire.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { loader } from "./route.tsx";

const database = useTestDatabase();

async function screen(query: string, locale: "en" | "es" = "en") {
  const args = await ask(database.db, {
    url: `/riverbend/interests?${query}`,
    params: { district: "riverbend" },
    context: { locale },
  });
  const answer = await loader(args);
  // Either the page or a redirect to the address that says the same.
  if ("data" in answer) return { page: answer.data, location: "", headers: new Headers(answer.init?.headers) };
  return { page: null, location: answer.headers.get("Location") ?? "", headers: answer.headers };
}

describe("the interest questions", () => {
  test("begin with six questions that nobody answered", async () => {
    const { page } = await screen("");
    expect(page).toMatchObject({ screen: 1, answered: 0, canFinish: false, carried: [] });
    expect(page?.questions).toHaveLength(6);
    expect(page?.questions.every(({ answer }) => answer === null)).toBe(true);
  });

  test("fold what a screen sends into the address and go where the button says", async () => {
    const { location } = await screen("a=--2&fix_bike=like&test_creek=dislike&grade=10&go=2");
    const next = new URL(location, "http://localhost");
    expect(next.pathname).toBe("/riverbend/interests");
    expect(next.searchParams.get("screen")).toBe("2");
    expect(next.searchParams.get("grade")).toBe("10");
    expect(readAnswers(next.searchParams.get("a") ?? "")).toEqual({
      fix_bike: "like",
      test_creek: "dislike",
      draw_comic: "like",
    });
    expect(next.searchParams.has("fix_bike")).toBe(false);
  });

  test("come back with the answers given before, in the language asked for", async () => {
    const { page } = await screen("a=201");
    expect(page?.questions.slice(0, 3).map(({ answer }) => answer)).toEqual(["like", "dislike", "unsure"]);
    expect((await screen("go=3", "es")).location).toBe("/es/riverbend/interests?screen=3");
    expect((await screen("", "es")).page?.title).toContain("¿Qué te gusta hacer?");
  });

  test("lead to the matches at the end, and before it once one screen is answered", async () => {
    expect((await screen("a=222000&go=matches")).location).toBe("/riverbend/matches?a=222000");
    expect((await screen("a=222000&screen=2")).page?.canFinish).toBe(true);
  });

  test("end after twelve, unless the other eighteen are asked for", async () => {
    expect((await screen("a=222000&screen=2")).page).toMatchObject({ screens: 2, skipTo: null });
    expect((await screen("a=222000&screen=3")).page).toMatchObject({ screens: 5, skipTo: "a=222000&screen=4" });
    expect((await screen(`a=${"2".repeat(13)}`)).page).toMatchObject({ screen: 1, screens: 5 });
  });

  test("can be skipped screen by screen", async () => {
    expect((await screen("a=2&screen=4")).page?.skipTo).toBe("a=2&screen=5");
    expect((await screen("a=2&screen=5")).page?.skipTo).toBeNull();
  });

  test("are never kept by a cache", async () => {
    expect((await screen("a=2")).headers.get("Cache-Control")).toBe("private, no-store");
    expect((await screen("a=2&go=2")).headers.get("Cache-Control")).toBe("private, no-store");
  });

  test.each(["a=%00%ff&screen=99&go=", "screen=-1", "fix_bike=maybe", "a=<script>&screen=1e1"])(
    "shrug off what nobody could mean: %s",
    async (query) => {
      const { page, location } = await screen(query);
      expect(page?.screen ?? location).toBeDefined();
      expect(page?.answered ?? 0).toBe(0);
    },
  );

  test("belong to a district: an unknown one is not found", async () => {
    const args = await ask(database.db, { url: "/nowhere/interests", params: { district: "nowhere" } });
    expect((await thrownBy(loader(args))).status).toBe(404);
  });
});
