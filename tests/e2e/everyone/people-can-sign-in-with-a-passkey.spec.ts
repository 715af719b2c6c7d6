import { DEMO_PASSWORD } from "#db/seed/cast.ts";
import { expect, expectAccessible, signIn, test } from "../journey.ts";

test("people can add a passkey, sign in with it, prove a second step with it, and remove it", async ({ page }) => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      ...{ protocol: "ctap2", transport: "internal", automaticPresenceSimulation: true },
      ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
    },
  });
  await signIn(page, "hal");
  await page.goto("/account/security/passkeys");
  await page.getByLabel("Name").fill("Work laptop");
  await page.getByLabel("Your password", { exact: true }).fill("not my password");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.locator(".field-error").first(), "a thief does not know it").toBeVisible();
  await page.getByLabel("Your password", { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByText("not used yet")).toBeVisible();
  await expectAccessible(page);

  await page.context().clearCookies();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page).toHaveURL(/\/partner$/);
  await page.goto("/account/security/passkeys");
  await expect(page.getByText("last used")).toBeVisible();

  await page.context().clearCookies();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill("hal@quadparks.example");
  await page.getByLabel("Password", { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(/\/sign-in\/second-factor/);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page).toHaveURL(/\/partner$/);

  await page.goto("/account/security/passkeys");
  await page.getByRole("link", { name: "Change Work laptop" }).click();
  await expect(page.getByRole("heading", { name: "Change a passkey" })).toBeVisible();
  await page.getByLabel("Name").fill("Old laptop");
  await page.getByRole("button", { name: "Save the name" }).click();
  await page.getByRole("link", { name: "Change Old laptop" }).click();
  await page.getByRole("link", { name: "Remove it" }).click();
  await page.getByLabel("Your password", { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "Remove this passkey" }).click();
  await expect(page.getByText("Old laptop")).toHaveCount(0);
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page.getByText("did not open an account").or(page.getByText("No passkey was used"))).toBeVisible();
});
