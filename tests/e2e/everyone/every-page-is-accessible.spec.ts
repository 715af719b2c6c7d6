import { expectAccessibleEverywhere, signIn, test } from "../journey.ts";

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
/** Who looks at which of their pages. */
const SIGNED_IN = {
  hal: ["/partner", "/partner/opportunities/new"],
  grace: ["/partner/people", "/partner/partnerships", "/join/organization?q=park", "/join/organization/new"],
  dana: ["/coordinator", "/coordinator/review", "/coordinator/imports", "/coordinator/imports/new"],
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
const MS_A_PAGE = 15_000;

for (const address of PUBLIC)
  test(`anyone at ${address}`, async ({ page }) => {
    await page.goto(address);
    await expectAccessibleEverywhere(page);
  });

test("a listing's page", async ({ page }) => {
  await page.goto("/riverbend/opportunities");
  await page.locator("#results article a").first().click();
  await expectAccessibleEverywhere(page);
});

for (const who of Object.keys(SIGNED_IN) as (keyof typeof SIGNED_IN)[])
  test(`the pages of ${who}`, async ({ page }) => {
    test.setTimeout(MS_A_PAGE * (1 + SIGNED_IN[who].length));
    await signIn(page, who);
    for (const address of SIGNED_IN[who])
      await test.step(address, async () => {
        await page.goto(address);
        await expectAccessibleEverywhere(page);
      });
  });
