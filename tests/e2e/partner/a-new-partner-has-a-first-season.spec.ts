import type { Page } from "@playwright/test";
import { expect, expectAccessible, signIn, signOut, test } from "../journey.ts";
import { followNewestMail } from "../mail.ts";
import { letDaysPass } from "../time.ts";
import { vet } from "../vetting.ts";

const PASSWORD = "four quiet herons wade";
const PHONE = { width: 360, height: 740 };
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "with JavaScript" : "R18: without JavaScript", () => {
    test.use({ javaScriptEnabled });
    const [organization, title] = javaScriptEnabled
      ? ["Heron Boat Works", "Oar shaping in the boat shed"]
      : ["Bittern Sail Loft", "Sail mending in the loft"];
    const email = `${organization.split(" ")[0]!.toLowerCase()}@partners.example`;
    const look = async (page: Page) => {
      if (javaScriptEnabled) await expectAccessible(page);
    };

    test("from signing up to posting the same again", async ({ page }) => {
      test.setTimeout(180_000);
      await page.setViewportSize(PHONE);

      await test.step("signs up and asks a district", async () => {
        await signUp(page, email);
        await addOrganization(page, organization);
        await page.getByRole("checkbox", { name: /Riverbend/ }).check();
        await page.getByRole("button", { name: "Ask these districts" }).click();
        await expect(page.getByRole("main")).toContainText("Waits");
        await look(page);
      });

      await test.step("posts on a phone before anybody answered", async () => {
        await page.goto("/partner");
        await look(page);
        await post(page, title, look);
        await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
        await look(page);
      });

      await test.step("is vetted", () =>
        asCoordinator(page, email, async () => {
          await page.goto("/coordinator/partnerships");
          await page.getByRole("link", { name: organization }).first().click();
          await vet(page);
        }));

      const overview = page.getByRole("main");
      await test.step("sends it, and is asked for a change", async () => {
        await page.getByRole("link", { name: title }).first().click();
        await page.getByRole("checkbox", { name: /Riverbend/ }).check();
        await page.getByRole("button", { name: "Offer it" }).click();
        await page.getByRole("button", { name: "Send for review" }).click();
        await expect(overview).toContainText("Sent.");
        await asCoordinator(page, email, async () => {
          await review(page, title);
          await page.locator("summary", { hasText: "Ask for changes" }).click();
          await page.getByLabel("What should change?").fill("Say which tools they use.");
          await page.getByRole("button", { name: "Ask for changes" }).click();
          await expect(page.getByRole("main")).toContainText("You asked for changes");
        });
      });

      await test.step("changes it from the desk's home and is published", async () => {
        await expect(page.getByRole("region", { name: "Needs you" })).toContainText("Say which tools they use.");
        await look(page);
        await rewrite(
          page,
          () => page.getByRole("link", { name: "Change it" }).click(),
          "Shape oars with a spokeshave.",
        );
        await page.getByRole("button", { name: "Send again" }).click();
        await expect(overview).toContainText("Sent.");
        await asCoordinator(page, email, () => publish(page, title));
      });

      await test.step("edits what is on the list; readers see the approved text until the district agrees", async () => {
        await page.getByRole("link", { name: title }).first().click();
        await expect(overview).toContainText("On the list");
        await look(page);
        await rewrite(
          page,
          () => page.getByRole("link", { name: "Edit", exact: true }).click(),
          "Shape oars with a drawknife.",
        );
        await page.getByRole("button", { name: "Send the change" }).click();
        await expect(overview).toContainText("Sent.");
        await page.getByRole("link", { name: "See it on the list" }).click();
        await expect(page.getByRole("main")).toContainText("spokeshave");
        await asCoordinator(page, email, async () => {
          await review(page, title);
          await expect(page.getByRole("main").locator("del, ins")).not.toHaveCount(0);
          await page.getByRole("button", { name: /^Publish/ }).click();
        });
        await page.getByRole("link", { name: title }).first().click();
        await page.getByRole("link", { name: "See it on the list" }).click();
        await expect(page.getByRole("main")).toContainText("drawknife");
      });

      await test.step("is asked after two months, and answers from the mail without signing in", async () => {
        await letDaysPass(title, 61);
        await signOut(page);
        await expect(async () => followNewestMail(page, email, "still-true")).toPass({ timeout: 20_000 });
        await expect(page.getByRole("heading", { level: 1 })).toHaveText("Is this still true?");
        await look(page);
        await page.reload();
        await page.getByRole("button", { name: "Yes, still true" }).click();
        await expect(page.getByRole("heading", { level: 1 })).toHaveText("Thank you");
        await look(page);
        await page.goBack();
        await page.reload();
        await expect(page.getByRole("heading", { level: 1 })).toHaveText("This was answered");
      });

      await test.step("closes it when it is full and posts it again for the next season", async () => {
        await signInAs(page, email);
        await page.getByRole("link", { name: title }).first().click();
        await page.getByRole("link", { name: "Close it" }).click();
        await look(page);
        await page.getByRole("radio", { name: "All places are taken" }).check();
        await page.getByRole("button", { name: "Close it now" }).click();
        await expect(overview).toContainText("Closed");
        await page.getByRole("button", { name: "Post it again" }).click();
        await expect(overview).toContainText("Posted again.");
        await look(page);
        await asCoordinator(page, email, () => publish(page, title));
        await page.getByRole("link", { name: title }).first().click();
        await expect(overview).toContainText("On the list");
      });
    });
  });

async function signUp(page: Page, email: string) {
  await page.goto("/join/partner");
  await page.getByLabel("Your name").fill("Pat Moss");
  await page.getByLabel("Your e-mail").fill(email);
  await page.getByLabel(/^Password/).fill(PASSWORD);
  await page.getByRole("button", { name: "Create my account" }).click();
  await expect(page).toHaveURL(/\/join\/sent$/);
  await expect(async () => followNewestMail(page, email, "verify")).toPass({ timeout: 15_000 });
  await page.getByRole("main").getByRole("button").first().click();
  await expect(page).toHaveURL(/\/join\/organization$/);
}

async function addOrganization(page: Page, name: string) {
  await page.locator("[name=q]").fill(name);
  await page.getByRole("button", { name: "Look for it" }).click();
  await page.getByRole("link", { name: "Add my organization" }).click();
  await page.getByLabel(/What kind/).selectOption("business");
  await page.getByLabel("City").fill("Moline");
  await page.getByLabel("State").selectOption("IL");
  await page.getByLabel("ZIP code").fill("61265");
  await page.getByRole("button", { name: "Add it", exact: true }).click();
  await expect(page).toHaveURL(/\/partner\/partnerships/);
}

async function post(page: Page, title: string, look: (page: Page) => Promise<void>) {
  await page.getByRole("link", { name: /Post/ }).first().click();
  await look(page);
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("What will students see and do?").fill("Work beside the crew with hand tools.");
  await page.getByRole("radio", { name: /^Job shadow/ }).check();
  await page.getByLabel("When is it?").fill("Saturday mornings");
  const elsewhere = page.locator("summary", { hasText: "Change it" });
  if (await elsewhere.count()) await elsewhere.click();
  await page.getByLabel("Street and number").fill("100 Front Street");
  await page.getByLabel("City").fill("Moline");
  await page.getByLabel("State").selectOption("IL");
  await page.getByLabel("ZIP code").fill("61265");
  await page.getByLabel("From grade").selectOption("9");
  await page.getByRole("radio", { name: "Not paid", exact: true }).check();
  await page.getByLabel("How does a student ask for a place?").fill("Come to the shed on a Saturday and ask for Pat.");
  await page.getByLabel("Last day to ask for a place").fill(day(200));
  await page.getByRole("button", { name: "Save and look at it" }).click();
}

/** Rewrites what students do there, on the step that asks for it, and ends on the overview. */
async function rewrite(page: Page, begin: () => Promise<void>, text: string) {
  await begin();
  await page.getByRole("link", { name: /The basics/ }).click();
  await page.locator("[name=summary]").fill(text);
  await page.getByRole("button", { name: "Save and leave" }).click();
  await expect(page.getByRole("main")).toContainText("Saved");
}

async function review(page: Page, title: string) {
  await page.goto("/coordinator/review?sort=newest");
  await page.getByRole("link", { name: title }).first().click();
}

async function publish(page: Page, title: string) {
  await review(page, title);
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByRole("main")).toContainText("You approved");
}

/** What the district does in between, at its own desk. */
async function asCoordinator(page: Page, partner: string, work: () => Promise<void>) {
  await signOut(page);
  await signIn(page, "dana");
  await work();
  await signOut(page);
  await signInAs(page, partner);
}

async function signInAs(page: Page, email: string) {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel(/^Password/).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(/\/partner$/);
}
