import { expect, signIn, signOut, test } from "../journey.ts";
import { followNewestMail } from "../mail.ts";

test.use({ javaScriptEnabled: false });

const PASSWORD = "a long and rare password";

test("an invited coordinator joins from the mail, takes another address, and leaves with everything", async ({
  page,
}) => {
  const [invited, next] = ["nora@lakeshore.example", "nora.lind@lakeshore.example"];
  await signIn(page, "carl");
  await page.goto("/coordinator/people");
  await page.getByLabel("E-mail").fill(invited);
  await page.getByRole("radio", { name: /Coordinator/ }).check();
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await expect(page.getByText("The invitation is on its way.")).toBeVisible();
  await signOut(page);

  await followNewestMail(page, invited, "/invitations/");
  await page.getByLabel("Your name").fill("Nora Lind");
  await page.getByLabel("Choose a password").fill("password");
  await page.getByRole("button", { name: "Join with this password" }).click();
  await expect(page.getByLabel("Your name"), "what was typed is still there").toHaveValue("Nora Lind");
  await page.getByLabel("Choose a password").fill(PASSWORD);
  await page.getByRole("button", { name: "Join with this password" }).click();
  await expect(page).toHaveURL(/\/coordinator$/);
  await page.goto("/coordinator/review");
  await expect(page.getByRole("heading", { name: "Review", level: 1 })).toBeVisible();

  await page.goto("/account/address");
  await page.getByLabel("New e-mail").fill(next);
  await page.getByLabel("Your password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Send a link to the new address" }).click();
  await followNewestMail(page, next, "/account/address/");
  await page.getByRole("button", { name: "Use this address" }).click();
  await expect(page.getByRole("main").getByText(next)).toBeVisible();

  await page.goto("/account/privacy/export");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download as a file" }).click();
  expect((await download).suggestedFilename()).toBe("everything-about-me.json");

  await page.goto("/account/privacy/deletion");
  await page.getByLabel("I want to delete my account for good").check();
  await page.getByLabel("Your password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Delete my account now" }).click();
  await expect(page.getByRole("heading", { name: "Your account is deleted" })).toBeVisible();
  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in/);
});
