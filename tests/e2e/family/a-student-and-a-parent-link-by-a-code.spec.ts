import type { Page } from "@playwright/test";
import { followNewestMail } from "../mail.ts";
import { expect, expectAccessible, test } from "../journey.ts";

async function signUp(page: Page, role: "student" | "parent", name: string, year: string) {
  const email = `new-${role}-${Date.now()}@example.org`;
  await page.goto(`/join/${role}?district=riverbend`);
  await page.getByLabel("Month").selectOption("1");
  await page.getByLabel("Year").fill(year);
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Your e-mail").fill(email);
  await page.getByRole("button", { name: "Create my account" }).click();
  await expect(page).toHaveURL(/\/join\/sent$/);
  await expect(async () => followNewestMail(page, email, "verify")).toPass({ timeout: 15_000 });
  await page.getByRole("main").getByRole("button").first().click();
  await expect(page).toHaveURL(/\/account$/);
  await page.goto("/account/family");
}

test("a student and a parent sign up without passwords and link by a code", async ({ page, browser, baseURL }) => {
  await signUp(page, "student", "Sam Oak", "2010");
  await page.getByRole("button", { name: "Make a code" }).click();
  const code = await page.locator("[data-code]").innerText();
  await expectAccessible(page);

  const other = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? "" });
  const parent = await other.newPage();
  await signUp(parent, "parent", "Kim Oak", "1980");
  await parent.getByLabel("Code", { exact: true }).fill("00000000");
  await parent.getByRole("button", { name: "Link us" }).click();
  await expect(parent.getByRole("main")).toContainText("This code does not work.");
  await parent.getByLabel("Code", { exact: true }).fill(code);
  await parent.getByRole("button", { name: "Link us" }).click();
  await expect(parent.getByRole("main")).toContainText("Sam Oak");
  await other.close();

  await page.reload();
  await expect(page.getByRole("main")).toContainText("Kim Oak");
});

test("P8: who is too young is told kindly, and nothing is kept", async ({ page }) => {
  await page.goto("/join/student?district=riverbend");
  await page.getByLabel("Month").selectOption("1");
  await page.getByLabel("Year").fill(String(new Date().getFullYear() - 9));
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("main")).toContainText("We did not keep anything you typed.");
  await expectAccessible(page);
  expect(await page.context().cookies()).toEqual([]);
});
