import { expect, test } from "../journey.ts";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "R18: without JavaScript", () => {
    test.use({ javaScriptEnabled, viewport: { width: 1366, height: 768 } });

    test("filters keep the counts they promised, chips take them back, and the address holds all of it", async ({
      page,
    }) => {
      await page.goto("/riverbend/opportunities");
      const results = page.locator("#results");
      const whole = await page.locator("#count").innerText();
      const option = page.locator("label.filter-option", { hasText: "Mentorship" });
      const promised = Number(await option.locator(".filter-count [aria-hidden]").innerText());
      await option.locator("input").check();
      if (!javaScriptEnabled) await page.getByRole("button", { name: "Show results" }).click();
      await expect(page).toHaveURL(/kind=Mentorship/);
      await expect(results).toContainText(`${promised} opportunit`);
      await page.goto(page.url());
      await expect(page.locator("label.filter-option", { hasText: "Mentorship" }).locator("input")).toBeChecked();
      await results.getByRole("link", { name: /Remove filter.*Mentorship/ }).click();
      await expect(page).not.toHaveURL(/kind=/);
      await expect(results).toContainText(whole);
    });

    test("near a place the nearest comes first, and an unknown place is said beside its field", async ({ page }) => {
      await page.goto("/riverbend/opportunities");
      await page.getByLabel("Where?", { exact: true }).fill("61201");
      await page.getByRole("button", { name: "Search" }).click();
      await expect(page.getByRole("main")).toContainText(/\d mi/);
      await page.getByLabel("Where?", { exact: true }).fill("Nowhereville");
      await page.getByRole("button", { name: "Search" }).click();
      await expect(page.getByRole("main")).toContainText("We don't know a place called “Nowhereville”");
      await expect(page.getByLabel("Where?", { exact: true })).toHaveValue("Nowhereville");
    });

    test("nothing found offers ways on that do find something", async ({ page }) => {
      await page.goto("/riverbend/opportunities?q=bike&kind=ClinicalWork&grade=0");
      const ways = page.locator("#results").getByRole("link", { name: /\d+ opportunit/ });
      await expect(page.locator("#results")).toContainText("Nothing fits all of that, yet");
      await ways.first().click();
      await expect(page.locator("#results article").first()).toBeVisible();
    });

    test("the list reads in Spanish", async ({ page }) => {
      await page.goto("/es/riverbend/opportunities");
      await expect(page.locator("html")).toHaveAttribute("lang", "es");
      await expect(page.getByRole("link", { name: "English" })).toHaveAttribute("href", "/riverbend/opportunities");
      await page.locator("#results article a").first().click();
      await expect(page).toHaveURL(/\/es\/riverbend\/opportunities\/./);
    });
  });
}
