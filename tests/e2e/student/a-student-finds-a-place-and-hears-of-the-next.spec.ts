import { people } from "#db/seed/cast.ts";
import { expect, expectAccessible, signIn, test } from "../journey.ts";
import { openNewestMail } from "../mail.ts";
import { givenListing } from "#tests/support/givens.ts";
import { letNewsSettle, withDatabase } from "../time.ts";

/** What each of the two students looks for, with a slip, and what is published while they wait. */
const NEWS = {
  js: { words: "zeppelinn", title: "Mend a zeppelin on Saturdays" },
  plain: { words: "submarin", title: "Paint a submarine on Sundays" },
};

/** Sent by its partner; other journeys have decided about what the demo brings. */
const givenWaiting = (title: string) =>
  withDatabase(
    async (db) => void (await givenListing(db, { opportunity: { title }, listing: { state: "submitted" } })),
  );

for (const javaScriptEnabled of [true, false]) {
  const { words, title } = javaScriptEnabled ? NEWS.js : NEWS.plain;
  test.describe(javaScriptEnabled ? "with JavaScript" : "R18: without JavaScript", () => {
    test.use({ javaScriptEnabled, viewport: { width: 360, height: 740 } });

    test("a student on a phone finds, saves, compares, and is told of the next", async ({ page, browser, baseURL }) => {
      test.setTimeout(180_000);
      const who = javaScriptEnabled ? "leo" : "ana";
      const looks = async () => {
        if (javaScriptEnabled) await expectAccessible(page);
      };
      const said = page.getByRole("status").filter({ hasText: "Saved in your account" });
      await signIn(page, who);

      await test.step("finds, with a slip of the finger", async () => {
        await page.goto("/riverbend/opportunities");
        await page.getByLabel("What?", { exact: true }).fill("bycicle");
        await page.getByRole("button", { name: "Search" }).click();
        await expect(page.locator("#results article").first()).toContainText(/bike/i);
        await looks();
      });

      await test.step("saves two and lays them side by side", async () => {
        await page.locator("#results article a").first().click();
        const first = await page.getByRole("heading", { level: 1 }).innerText();
        await page.getByRole("button", { name: `Save ${first}` }).click();
        await expect(said).toBeVisible();
        await page.goto("/riverbend/opportunities?q=library");
        await page.locator("#results article a").first().click();
        const second = await page.getByRole("heading", { level: 1 }).innerText();
        await page.getByRole("button", { name: `Save ${second}` }).click();
        await expect(said).toBeVisible();
        await page.goto("/account/saved");
        await looks();
        for (const name of [first, second]) await page.getByRole("checkbox", { name }).check();
        await page.getByRole("button", { name: "Compare" }).click();
        await expect(page.getByRole("columnheader", { name: first })).toBeVisible();
        await expect(page.getByRole("columnheader", { name: second })).toBeVisible();
        await looks();
      });

      await test.step("takes one off and puts it back", async () => {
        await page.goto("/account/saved");
        const remove = page.getByRole("main").getByRole("button", { name: /^Take off/ });
        const before = await remove.count();
        await remove.first().click();
        await expect(remove).toHaveCount(before - 1);
        await page.getByRole("button", { name: /^Undo/ }).click();
        await expect(remove).toHaveCount(before);
      });

      await test.step("keeps them in a calendar, by a link that is shown anew when it is made anew", async () => {
        const link = page.getByLabel("Your calendar link");
        await page.getByRole("button", { name: "Make a calendar link" }).click();
        await expect(link).toHaveValue(/\/calendars\//);
        const first = await link.inputValue();
        await page.getByRole("button", { name: "Make a new link" }).click();
        await expect(link).not.toHaveValue(first);
        await page.getByRole("button", { name: "Turn this link off" }).click();
        await expect(link).toHaveCount(0);
      });

      await test.step("asks to hear of what is new", async () => {
        await page.goto(`/riverbend/opportunities?q=${encodeURIComponent(words)}`);
        await page.getByRole("link", { name: "Tell me when something new fits this search" }).click();
        await page.getByText("Soon after it is listed").click();
        await looks();
        await page.getByRole("button", { name: "Save" }).click();
        await expect(page).toHaveURL(/\/account\/searches/);
      });

      await test.step("is told, once, when a coordinator publishes it", async () => {
        await givenWaiting(title);
        const desk = await browser.newContext({ baseURL: baseURL ?? "" });
        const dana = await desk.newPage();
        await signIn(dana, "dana");
        await dana.goto("/coordinator/review?sort=newest");
        await dana.getByRole("link", { name: title }).click();
        await dana.getByRole("button", { name: "Publish" }).click();
        await expect(dana).toHaveURL(/decided=/);
        await desk.close();
        await letNewsSettle();
        await expect(async () => {
          await openNewestMail(page, people[who].email);
          await expect(page.getByRole("main")).toContainText(title, { timeout: 1_000 });
        }).toPass({ timeout: 20_000 });
        await letNewsSettle();
        await page.locator("[data-links] a").filter({ hasText: "/opportunities/" }).first().click();
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
        await looks();
      });
    });
  });
}
