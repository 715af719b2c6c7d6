import { expect, expectAccessibleEverywhere, expectNothingWider, signIn, test } from "../journey.ts";
import { EYES, pagesOf, PUBLIC } from "../pages.ts";

const MS_A_PAGE = 15_000;

for (const address of PUBLIC)
  test(`anyone at ${address}`, async ({ page }) => {
    await page.goto(address);
    await expectAccessibleEverywhere(page);
  });

/** WCAG 1.4.4 asks for text twice as large; on a phone that leaves a dozen letters a line. */
test("text twice as large fits a phone", async ({ page }) => {
  test.setTimeout(MS_A_PAGE * PUBLIC.length);
  await page.setViewportSize({ width: 360, height: 740 });
  for (const address of PUBLIC)
    await test.step(address, async () => {
      await page.goto(address);
      await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
      await expectNothingWider(page);
    });
});

test("a listing's page", async ({ page }) => {
  await page.goto("/riverbend/opportunities");
  await page.locator("#results article a").first().click();
  await expectAccessibleEverywhere(page);
});

for (const audience of Object.keys(EYES) as (keyof typeof EYES)[])
  test(`the pages of a ${audience}`, async ({ page }) => {
    const pages = pagesOf(audience);
    expect(pages).not.toEqual([]);
    test.setTimeout(MS_A_PAGE * (1 + pages.length));
    await signIn(page, EYES[audience]);
    for (const address of pages)
      await test.step(address, async () => {
        const answer = await page.goto(address);
        expect(answer?.status()).toBe(200);
        await expectAccessibleEverywhere(page);
      });
  });

test("what a parent of two sees", async ({ page }) => {
  await signIn(page, "rosa");
  for (const address of ["/account", "/account/family", "/account/for-you", "/account/mail"])
    await test.step(address, async () => {
      await page.goto(address);
      await expectAccessibleEverywhere(page);
    });
  await page.goto("/account/family");
  await page.locator('a[href$="/profile"]').first().click();
  await expect(page).toHaveURL(/\/profile$/);
  await expectAccessibleEverywhere(page);
});
