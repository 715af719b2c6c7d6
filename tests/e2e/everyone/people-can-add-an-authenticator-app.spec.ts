import { people, DEMO_PASSWORD } from "#db/seed/cast.ts";
import { codeAt } from "#tests/support/totp.ts";
import { expect, test } from "../journey.ts";

test.use({ javaScriptEnabled: false });

test("people can add an authenticator app and sign in with its code, a recovery code, or neither", async ({ page }) => {
  const typePassword = async () => {
    await page.goto("/sign-in");
    await page.getByLabel("E-mail").fill(people.mei.email);
    await page.getByLabel("Password", { exact: true }).fill(DEMO_PASSWORD);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
  };
  const typeCode = async (code: string) => {
    await page.getByLabel("Code").fill(code);
    await page.getByRole("button", { name: "Go on" }).click();
  };
  await typePassword();
  await page.goto("/account/security");
  await page.getByRole("link", { name: /Authenticator app/ }).click();
  await page.getByRole("button", { name: "Show the code to scan" }).click();
  const secret = await page.locator("[data-secret]").innerText();
  await page.getByLabel("Code from the app").fill("000000");
  await page.getByLabel("Your password", { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "Turn it on" }).click();
  await expect(page.getByText("That code is not right").first()).toBeVisible();
  expect(await page.locator("[data-secret]").innerText(), "a wrong code keeps the secret").toBe(secret);
  // The step before the current one, so that the current one is left for signing in.
  const now = new Date();
  await page.getByLabel("Code from the app").fill(codeAt(secret, new Date(now.getTime() - 30_000)));
  await page.getByLabel("Your password", { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "Turn it on" }).click();
  await expect(page.getByRole("heading", { name: "Your recovery codes" })).toBeVisible();
  const recoveryCode = await page.locator("main ul li").first().innerText();
  const download = page.getByRole("link", { name: "Save as a file" });
  expect(decodeURIComponent((await download.getAttribute("href")) ?? "")).toContain(recoveryCode);

  await page.context().clearCookies();
  await typePassword();
  await expect(page).toHaveURL(/\/sign-in\/second-factor/);
  await page.goto("/partner");
  await expect(page, "half signed in is not signed in").toHaveURL(/\/sign-in\?next/);
  await page.goto("/sign-in/second-factor");
  await typeCode("000000");
  await expect(page.getByText("That code is not right").first()).toBeVisible();
  await typeCode(codeAt(secret, new Date()));
  await expect(page).toHaveURL(/\/partner$/);

  await page.context().clearCookies();
  await typePassword();
  await typeCode(recoveryCode.toUpperCase());
  await expect(page).toHaveURL(/\/partner$/);

  await page.goto("/account/security/app/removal");
  await page.getByLabel("Code from the app").fill(codeAt(secret, new Date(Date.now() + 30_000)));
  await page.getByLabel("Your password", { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "Remove it" }).click();
  await expect(page.getByRole("link", { name: /Authenticator app.*Off/ })).toBeVisible();
});
