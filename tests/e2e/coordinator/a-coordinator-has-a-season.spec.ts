import { existsSync, readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, signIn, signOut, test } from "../journey.ts";
import { restoredSite } from "../restored-site.ts";

import { vet } from "../vetting.ts";

/** A city's own list, where the data lies beside the project; else rows like its own. */
const CITY = new URL("../../../../shared/data/postings/nyc_service_volunteer_opportunities.csv", import.meta.url);
const HEAD = "opportunity_id,title,summary,org_title,Postcode,start_date_date,end_date_date";
const likeIts = Array.from(
  { length: 40 },
  (_, n) =>
    `${n + 1},Garden helper ${n + 1},"Weed, water and plant, with gloves from us",Block Garden ${n % 9},1122${n % 9},March 17 2011,March 16 2012`,
);
const FILE = existsSync(CITY) ? readFileSync(CITY, "utf8").trimEnd() : [HEAD, ...likeIts].join("\r\n");
/** One of the file's own columns, and an organization whose name is a slip away from a partner's. */
const columns = FILE.split(/\r?\n/)[0]!.split(",");
const own = {
  opportunity_id: "90001",
  title: "Trail counting with the rangers",
  summary: "Count who walks the river trail.",
  org_title: "Quad River Park & Recreation",
  Postcode: "61201",
  start_date_date: "March 17 2011",
  end_date_date: "March 16 2012",
};
const ROW = columns.map((column) => own[column as keyof typeof own] ?? "").join(",");

test("vets, imports a city's list, reviews by keyboard, merges, and takes the district elsewhere", async ({ page }) => {
  test.setTimeout(300_000);
  await signIn(page, "dana");
  await expectAccessible(page);

  await test.step("vets the partner that waits", async () => {
    await page
      .getByRole("link", { name: /Partners/ })
      .first()
      .click();
    await expectAccessible(page);
    await page.getByRole("main").getByRole("row").filter({ hasText: "Waits" }).getByRole("link").first().click();
    await vet(page);
    await expectAccessible(page);
  });

  await test.step("imports the city's list into review", async () => {
    await page.goto("/coordinator/imports/new");
    await page.getByLabel("CSV file").setInputFiles({
      ...{ name: "city.csv", mimeType: "text/csv" },
      buffer: Buffer.from(`${FILE}\r\n${ROW}\r\n`),
    });
    await page.getByLabel("Name of this list").fill("City list");
    await page.getByRole("radio", { name: "Send them to review" }).check();
    await page.getByRole("checkbox", { name: "Move old dates to now" }).check();
    await page.getByRole("button", { name: "Read the file" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("city.csv");
    await expectAccessible(page);
    const run = page.getByRole("button", { name: /^Import \d+ rows$/ });
    const rows = Number(/\d+/.exec((await run.textContent()) ?? "")?.[0]);
    expect(rows).toBeGreaterThan(40);
    await run.click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("city.csv is imported", { timeout: 60_000 });
    await expect(page.getByRole("main")).toContainText(new RegExp(`New\\s*${rows}`));
    await expectAccessible(page);
  });

  await test.step("reviews 25 listings by keyboard only", async () => {
    await page.goto("/coordinator/review");
    await expectAccessible(page);
    const before = await waiting(page);
    const key = (name: string) => page.keyboard.press(name);
    for (let one = 0; one < 3; one++) {
      await toFirstRow(page);
      await key("Enter");
      await expect(page.getByRole("heading", { name: "Publish" })).toBeVisible();
      await key("a");
      await tabTo(page, "Publish");
      await key("Enter");
      await expect(page.getByRole("main")).toContainText("You approved");
      await page.goto("/coordinator/review");
    }
    await toFirstRow(page);
    for (let one = 0; one < 22; one++) {
      await key("x");
      await key("j");
    }
    await expect(page.getByRole("main")).toContainText("22 chosen");
    await key("a");
    await expect(page.getByRole("main")).toContainText("You approved 22 opportunities.");
    expect(await waiting(page)).toBe(before - 25);
    await expectAccessible(page);

    await key("u");
    await expect(page.getByRole("main")).toContainText("Undone. They are as they were before.");
    expect(await waiting(page)).toBe(before - 3);
    await page.goto("/coordinator/review");
    await toFirstRow(page);
    await key("x");
    await key("d");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Decline 1 opportunity");
    await expectAccessible(page);
    await tabTo(page, "Decline these");
    await key("Enter");
    await expect(page.getByRole("main"), "nothing is declined without a reason").toContainText("Choose a reason.");
  });

  await test.step("merges two spellings of a partner, takes it back, and merges them for good", async () => {
    await page.goto("/coordinator/partnerships/duplicates");
    await expectAccessible(page);
    const merge = async () => {
      await page.getByRole("link", { name: /^Keep this one.*Quad River Parks & Rec/ }).click();
      await expectAccessible(page);
      await page.getByRole("button", { name: /^Keep|^Merge/ }).click();
      await expect(page.getByRole("main")).toContainText("They are one now.");
    };
    await merge();
    await page.getByRole("button", { name: /^Undo/ }).first().click();
    await expect(page.getByRole("main")).toContainText("The merge is undone");
    await merge();
    await page.goto("/coordinator/review?partner=Quad+River");
    await expect(page.getByRole("row").filter({ hasText: own.title })).toContainText("Quad River Parks & Recreation");
  });

  await test.step("takes the district with her into an empty instance", async () => {
    await signOut(page);
    await signIn(page, "ines");
    await page.goto("/coordinator/export");
    await expectAccessible(page);
    const download = page.waitForEvent("download");
    await page.getByRole("main").getByRole("button").click();
    const site = await restoredSite(await (await download).path());
    try {
      expect(site.said).toContain("riverbend");
      const here = titles(await (await page.request.get(LIST)).text());
      expect(here.length).toBeGreaterThan(10);
      // Its search is built by a job, as after any restore.
      await expect.poll(async () => titles(await site.read(LIST)), { timeout: 30_000 }).toEqual(here);
    } finally {
      await site.stop();
    }
  });
});

const LIST = "/riverbend/opportunities";
const titles = (page: string) => [...page.matchAll(/<h[23][^>]*>(.*?)<\/h[23]>/g)].map(([, heading]) => heading);

const waiting = async (page: Page) =>
  Number(
    /\d+/.exec(
      (await page
        .getByRole("navigation")
        .getByRole("link", { name: /^Review/ })
        .first()
        .textContent()) ?? "",
    )?.[0],
  );

/** By j, which is heard as soon as the page is alive. */
const toFirstRow = (page: Page) =>
  expect(async () => {
    await page.keyboard.press("j");
    await expect(page.locator("[data-queue-row]").first().locator("a[data-row]")).toBeFocused({ timeout: 200 });
  }).toPass({ timeout: 15_000 });

/** Walks on by Tab, as somebody without a mouse, until the button of that name has the focus. */
async function tabTo(page: Page, button: string) {
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => document.activeElement?.textContent?.trim());
    if (focused === button) return;
  }
  throw new Error(`no way by keyboard to ${button}`);
}
