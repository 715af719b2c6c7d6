import { expect, signIn, test } from "../journey.ts";

test("the second coordinator is told who decided, and keeps what they wrote", async ({ page, browser, baseURL }) => {
  const title = "Harvest crew: pick, wash, pack";
  await signIn(page, "dana");
  await page.goto("/coordinator/review");
  await page.getByRole("link", { name: title }).click();
  await expect(page).toHaveURL(/\/review\/[0-9a-f-]{36}$/);
  const address = page.url();

  const other = await browser.newContext({ baseURL: baseURL ?? "" });
  const marcus = await other.newPage();
  await signIn(marcus, "marcus");
  await marcus.goto(address);
  await marcus.getByText("Ask for changes").first().click();
  const note = "Please say where students meet the scout.";
  await marcus.getByLabel("What should change?").fill(note);

  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page).toHaveURL(/decided=/);

  await marcus
    .getByRole("button", { name: /Ask for changes/ })
    .last()
    .click();
  await expect(marcus.getByRole("main")).toContainText("Dana Whitfield approved this");
  await expect(marcus.getByRole("main")).toContainText(note);
  await other.close();
});
