import { expect, type Page } from "@playwright/test";

/** Opens the newest mail for an address in the development outbox. */
export async function openNewestMail(page: Page, address: string) {
  const list = `/dev/mail?${new URLSearchParams({ address })}`;
  await page.goto(list);
  await page.locator("[data-outbox] a").first().click();
  await expect(page.locator("[data-links]")).toBeVisible();
}

/** Follows the newest mail's link whose address has `part`, as its reader would. */
export async function followNewestMail(page: Page, address: string, part: string | RegExp) {
  await openNewestMail(page, address);
  await page.locator("[data-links] a").filter({ hasText: part }).first().click();
}
