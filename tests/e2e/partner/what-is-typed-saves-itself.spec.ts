import type { Page } from "@playwright/test";
import { expect, signIn, test } from "../journey.ts";

test("a form saves itself again and again, also over a lost connection, and is in no conflict with itself", async ({
  page,
  context,
}) => {
  await signIn(page, "hal");
  await page.getByRole("link", { name: "Junior swim teacher" }).first().click();
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await page.getByRole("link", { name: /The basics/ }).click();
  const title = page.getByLabel("Title");
  const version = page.locator("input[name=version]");

  for (const typed of ["Junior swim teacher, mornings", "Junior swim teacher, afternoons"]) {
    const before = Number(await version.inputValue());
    await title.fill(typed);
    await expect(saving(page)).toHaveText(/^Saved at/);
    await expect(version).toHaveValue(String(before + 1));
  }

  await context.setOffline(true);
  await title.fill("Junior swim teacher, evenings");
  await expect(saving(page)).toHaveText(/^Could not save/);
  await context.setOffline(false);
  await expect(saving(page)).toHaveText(/^Saved at/, { timeout: 15_000 });

  await title.fill("Junior swim teacher");
  await expect(saving(page)).toHaveText(/^Saved at/);
  await page.getByRole("button", { name: "Save and go on" }).click();
  await expect(page).toHaveURL(/step=what/);
});

const saving = (page: Page) => page.getByRole("main").getByRole("status").last();
