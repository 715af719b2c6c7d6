import { expect, expectAccessible, signIn, test } from "../journey.ts";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "R18: without JavaScript", () => {
    test.use({ javaScriptEnabled, viewport: { width: 360, height: 740 } });

    test("a mother finds places for her child in her language", async ({ page }) => {
      test.setTimeout(120_000);
      const main = page.getByRole("main");
      const looks = async () => {
        await expect(page.locator("html")).toHaveAttribute("lang", "es");
        if (javaScriptEnabled) await expectAccessible(page);
      };

      await test.step("reads what this is, without an account", async () => {
        await page.goto("/es/riverbend");
        await looks();
        await page.goto("/es/riverbend/parents");
        await looks();
      });

      await test.step("searches with her own words, and is told what is in English", async () => {
        await page.goto("/es/riverbend/opportunities");
        await page.getByLabel("¿Qué?", { exact: true }).fill("enfermería");
        await page.getByRole("button", { name: "Buscar" }).click();
        await expect(page.locator("#results article").first()).toBeVisible();
        await looks();
        const english = page.locator('#results article [lang="en"]').first();
        await expect(english).toBeVisible();
        await page.locator("#results article a").first().click();
        await expect(page).toHaveURL(/\/es\/riverbend\/opportunities\/./);
        await looks();
      });

      await test.step("sees her child's places, and puts right what fits", async () => {
        await page.goto("/sign-in");
        await signIn(page, "rosa");
        await page.goto("/account/for-you");
        await expect(main).toContainText("Leo");
        await looks();
        await page.getByRole("link", { name: /Leo/ }).and(page.locator('[href$="/profile"]')).first().click();
        await page.getByLabel("Grado", { exact: true }).selectOption("10");
        await page.getByLabel(/código postal/i).fill("61201");
        await looks();
        await page.getByRole("button", { name: "Guardar el perfil" }).click();
        await expect(page.getByRole("status").or(main).first()).toContainText("El perfil está guardado");
      });

      await test.step("asks for a mail a week, or says no", async () => {
        await page.goto("/account/for-you");
        const answer = javaScriptEnabled ? "Escríbanme una vez por semana" : "No, gracias";
        const button = page.getByRole("button", { name: answer });
        // The journey with JavaScript came first and may have answered already.
        if (await button.isVisible()) await button.click();
        await expect(button).toBeHidden();
      });
    });
  });
}
