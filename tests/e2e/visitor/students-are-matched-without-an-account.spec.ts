import { expect, expectAccessible, test } from "../journey.ts";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "R18: without JavaScript", () => {
    test.use({ javaScriptEnabled, viewport: { width: 360, height: 740 } });

    test("a student answers on a phone and sees matches with their reasons", async ({ page, context }) => {
      await page.goto("/riverbend");
      await page.getByRole("link", { name: "Find what fits me" }).first().click();
      for (let screen = 1; screen <= 2; screen++) {
        const questions = page.getByRole("group");
        await expect(questions).toHaveCount(6);
        for (let n = 0; n < 6; n++) {
          const question = questions.nth(n);
          const likes = /fix|build|shelf|engine|garden|coach|teach|help|kids|listen/i.test(await question.innerText());
          await question
            .getByText(likes ? "I'd like it" : "Not for me")
            .or(question.getByRole("radio").nth(likes ? 0 : 2))
            .first()
            .click();
        }
        await page.getByRole("button", { name: screen < 2 ? "Next" : "See my matches", exact: true }).click();
      }
      await expect(page).toHaveURL(/\/riverbend\/matches\?/);
      await expect(page.getByRole("main")).toContainText("Because you like");
      await expect(page.getByRole("main")).toContainText("Something different");
      await expect(page.getByRole("link", { name: "Answer the other 18 to be surer" })).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      expect(await context.cookies()).toEqual([]);
    });
  });
}
