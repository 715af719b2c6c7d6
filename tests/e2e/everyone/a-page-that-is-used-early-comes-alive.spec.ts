import { expect, signIn, test } from "../journey.ts";

test("a page whose keys and buttons are pressed before its script is ready still comes alive", async ({ page }) => {
  await signIn(page, "dana");
  await page.addInitScript(() => {
    const press = () => {
      for (const type of ["keydown", "textInput", "input", "pointerdown", "pointercancel", "click"])
        document.body?.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
    };
    const hurried = setInterval(press, 1);
    addEventListener("load", () => setTimeout(() => clearInterval(hurried), 2_000));
  });
  await page.goto("/coordinator/review");
  await expect(async () => {
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog")).toBeVisible({ timeout: 500 });
  }).toPass();
});
