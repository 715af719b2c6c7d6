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
  "/sign-in/link",
  "/sign-in/code",
  "/reset-password",
  "/join",
  "/join/partner",
  "/join/student",
  "/es/join/parent",
  "/privacy",
  "/dev/mail",
  "/verify/used-long-ago",
  "/riverbend/opportunities/no-such-listing",
];
const DESKS = {
  hal: ["/partner", "/partner/opportunities/new"],
  dana: ["/coordinator", "/coordinator/review", "/coordinator/imports", "/coordinator/imports/new"],
} as const;
const ACCOUNT = [
  "/account",
  "/account/address",
  "/account/security",
  "/account/security/password",
  "/account/security/sessions",
  "/account/security/app",
  "/account/security/recovery-codes",
  "/account/security/passkeys",
  "/account/mail",
  "/account/privacy",
  "/account/privacy/export",
  "/account/privacy/deletion",
];
/** Looked at in one color scheme: the colors are those of the desks above. */
const PEOPLE_AND_RECORDS = {
  grace: ["/partner/people", "/partner/partnerships", "/join/organization?q=park", "/join/organization/new"],
  ines: [
    "/coordinator/partnerships",
    "/coordinator/families",
    "/coordinator/family-links",
    "/coordinator/people",
    "/coordinator/log",
  ],
  leo: [...ACCOUNT, "/account/family"],
  joan: ["/operator", "/operator/jobs", "/operator/mail", "/operator/districts"],
} as const;

for (const width of [320, 1366]) {
  test.describe(`${width} px wide`, () => {
    test.use({ viewport: { width, height: 740 } });

    for (const who of ["grace", "ines", "leo", "joan"] as const)
      test(`the pages of ${who}`, async ({ page }) => {
        await signIn(page, who);
        for (const address of PEOPLE_AND_RECORDS[who]) {
          await page.goto(address);
          await expectAccessible(page);
        }
      });
  });
}

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
