import { randomUUID } from "node:crypto";
import { givenListing } from "#tests/support/givens.ts";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, signIn, test } from "../journey.ts";
import { followNewestMail, openNewestMail } from "../mail.ts";
import { withDatabase } from "../time.ts";

/** Listings of this journey alone, so that it asks nothing of the demo's and may be walked again. */
async function givenThree(mark: string) {
  const listed = { closes: "", changes: "", waits: "" };
  await withDatabase(async (db) => {
    const called = (title: string) => ({ opportunity: { title: `${title} ${mark}`, closesOn: null } });
    listed.closes = (await givenListing(db, called("Ring the ferry bell"))).listing.id;
    listed.changes = (await givenListing(db, called("Paint the ferry"))).listing.id;
    const waiting = { ...called("Steer the ferry"), listing: { state: "submitted" as const } };
    listed.waits = (await givenListing(db, waiting)).listing.id;
  });
  return listed;
}

/** From an empty draft to the list's next edition; answers its number. */
async function publishes(desk: Page, title: string, look = async () => {}): Promise<number> {
  await desk.goto("/coordinator/editions");
  await desk.getByRole("link", { name: "Begin an edition" }).click();
  await desk.getByLabel("Title", { exact: true }).fill(title);
  await desk.getByLabel("Note to families").fill("Call us with your questions.");
  await look();
  await desk.getByRole("button", { name: "Go on" }).click();
  await expect(desk.getByRole("main")).toContainText("The draft is kept.");
  await expect(desk.getByRole("region", { name: "Before you publish" })).toContainText(
    /It would hold \d+ listings now/,
  );
  await look();
  await desk.getByRole("link", { name: "Publish" }).click();
  await expect(desk.getByRole("main")).toContainText("it cannot be changed or taken back");
  await look();
  await desk.getByRole("button", { name: "Publish this edition" }).click();
  await expect(desk.getByRole("main")).toContainText("The edition is published.");
  const link = desk.getByRole("link", { name: `: ${title}` });
  return Number(/Edition (\d+)/.exec(await link.innerText())?.[1]);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "R18: without JavaScript", () => {
    test.use({ javaScriptEnabled, viewport: { width: 360, height: 740 } });

    test("a family follows the editions, and is told what changed", async ({ page, browser, baseURL }) => {
      test.setTimeout(240_000);
      const mark = randomUUID().slice(0, 6);
      const address = `family-${mark}@families.example`;
      const main = page.getByRole("main");
      const looks = async () => {
        if (javaScriptEnabled) await expectAccessible(page);
      };
      const mailed = async (times: number, says: string) => {
        await expect(async () => {
          await openNewestMail(page, address);
          await expect(main).toContainText(says, { timeout: 1_000 });
        }).toPass({ timeout: 20_000 });
        await page.goto(`/dev/mail?${new URLSearchParams({ address })}`);
        await expect(page.getByRole("link", { name: "person-edition-published" })).toHaveCount(times);
        await openNewestMail(page, address);
      };
      const listed = await givenThree(mark);
      const office = await browser.newContext({ baseURL: baseURL ?? "" });
      const desk = await office.newPage();
      await signIn(desk, "dana");
      let first = 0;
      let second = 0;

      await test.step("asks to hear of each edition, and says yes from its mail", async () => {
        await page.goto("/riverbend/editions");
        await looks();
        await page.getByRole("link", { name: "Tell me of each new edition" }).click();
        await page.getByLabel("E-mail address").fill(address);
        await looks();
        await page.getByRole("button", { name: "Send me that mail" }).click();
        await expect(page).toHaveURL(/follow=editions/);
        await expect(main).toContainText("Press its button");
        await looks();
        await followNewestMail(page, address, "/searches/");
        await looks();
        await page.getByRole("button", { name: "Yes, write to me" }).click();
        await expect(page.getByRole("heading", { level: 1 })).toHaveText("All set");
        await looks();
      });

      await test.step("gets one mail when the coordinator publishes one", async () => {
        first = await publishes(desk, `Fall ${mark}`, async () => {
          if (javaScriptEnabled) await expectAccessible(desk);
        });
        await mailed(1, `Fall ${mark}`);
        await page
          .locator("[data-links] a")
          .filter({ hasText: new RegExp(`/editions/${first}$`) })
          .click();
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Edition ${first}: Fall ${mark}`);
        await looks();
      });

      await test.step("finds it again by the short address on a paper", async () => {
        const short = await page.getByRole("link", { name: /\/go\/\w{6}$/ }).getAttribute("href");
        await page.goto(short!);
        await expect(page).toHaveURL(new RegExp(`/riverbend/editions/${first}$`));
      });

      await test.step("is told of the next one: one new, one closed, one changed", async () => {
        await desk.goto(`/coordinator/review/${listed.closes}/closure`);
        await desk.getByLabel("All places are taken").check();
        await desk.getByRole("button", { name: "Close" }).click();
        await expect(desk).toHaveURL(/now=closed/);
        await desk.goto(`/coordinator/review/${listed.changes}/readers`);
        await desk.getByLabel("11", { exact: true }).check();
        await desk.getByRole("button", { name: "Save for readers" }).click();
        await expect(desk.getByRole("main")).toContainText("Saved for readers.");
        await desk.goto(`/coordinator/review/${listed.waits}`);
        await desk.getByRole("button", { name: "Publish" }).click();
        await expect(desk).toHaveURL(/decided=/);
        second = await publishes(desk, `Spring ${mark}`);
        await mailed(2, `Spring ${mark}`);
      });

      await test.step("reads each change in words, in English and in Spanish", async () => {
        const letter = page.frameLocator("iframe").locator("body");
        await expect(letter).toContainText(`1 new, 1 closed, and 1 changed since edition ${first}`);
        await expect(letter).toContainText(`New: Steer the ferry ${mark}, Bluestem Bikes`);
        await expect(letter).toContainText(`Paint the ferry ${mark}. Who may go: before Grades 10–12`);
        await page.locator("[data-links] a").filter({ hasText: "/changes" }).click();
        await expect(main).toContainText("1 new, 1 closed, and 1 changed");
        await expect(main.getByRole("listitem").filter({ hasText: "Paint the ferry" })).toContainText(
          /Who may go: before Grades 10–12.*, now Grade.* 11/,
        );
        await looks();
        await page.goto(`/es/riverbend/editions/${second}/changes?since=${first}`);
        await expect(main).toContainText("1 nueva, 1 cerrada y 1 cambiada");
        await expect(main).toContainText("Quién puede ir");
        await looks();
      });

      await test.step("finds what has closed in the older edition, as it stood", async () => {
        await page.goto(`/riverbend/editions/${second}/changes`);
        await page.getByRole("link", { name: `Ring the ferry bell ${mark}` }).click();
        await expect(page).toHaveURL(new RegExp(`/editions/${first}/opportunities/`));
        await expect(main).toContainText("It is no longer on the list.");
        await expect(main).toContainText("You start with flat tires and brakes and end with your own repair stand.");
        await looks();
      });

      await test.step("stops the mails with one press", async () => {
        await followNewestMail(page, address, "/unsubscribe/search/");
        await looks();
        await page.getByRole("button", { name: "Stop and delete" }).click();
        await expect(page.getByRole("heading", { level: 1 })).toHaveText("We stopped these mails");
        await looks();
      });
      await office.close();
    });
  });
}
