import { expectAccessible, signIn, test } from "../journey.ts";

const PUBLIC = [
  "/",
  "/riverbend",
  "/riverbend/opportunities",
  "/riverbend/opportunities?q=bike&where=61201&kind=PaidInternship",
  "/riverbend/opportunities?q=nothing+has+these+words",
  "/es/riverbend/opportunities",
  "/riverbend/interests",
  "/riverbend/matches?grade=10&where=61201",
  "/sign-in",
  "/riverbend/opportunities/no-such-listing",
];
const DESKS = {
  hal: ["/partner", "/partner/opportunities/new"],
  dana: ["/coordinator", "/coordinator/review", "/coordinator/imports", "/coordinator/imports/new"],
} as const;

for (const colorScheme of ["light", "dark"] as const)
  for (const width of [320, 1366]) {
    test.describe(`${colorScheme}, ${width} px wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 740 } });

      for (const address of PUBLIC)
        test(`anyone at ${address}`, async ({ page }) => {
          await page.goto(address);
          await expectAccessible(page);
        });

      test("a listing's page", async ({ page }) => {
        await page.goto("/riverbend/opportunities");
        await page.locator("#results article a").first().click();
        await expectAccessible(page);
      });

      test("the desks", async ({ page }) => {
        for (const who of ["hal", "dana"] as const) {
          await signIn(page, who);
          for (const address of DESKS[who]) {
            await page.goto(address);
            await expectAccessible(page);
          }
          await page.context().clearCookies();
        }
      });
    });
  }
