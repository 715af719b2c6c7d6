import { expect, signIn, signOut, test } from "../journey.ts";

const FILE = [
  "id,Title,Organization,Summary,Address,City,State,ZIP,Start date,End date",
  "1,Otter count at the weir,Weir Watchers,Count otters at dawn with the rangers.,1 Weir Road,Moline,IL,61265,2027-03-01,2027-12-01",
  "2,Lantern library shelver,Lantern Library,Put books back where readers find them.,9 Oak Street,Rock Island,IL,61201,2027-03-01,2027-12-01",
  '3,,Weir Watchers,"No title, so this one stays behind",1 Weir Road,Moline,IL,61265,2027-03-01,2027-12-01',
].join("\r\n");

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "R18: without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a coordinator reads a file first, imports it, and families find it", async ({ page }) => {
      const list = `Weir list ${javaScriptEnabled}`;
      const file = javaScriptEnabled ? FILE : FILE.replaceAll("Otter", "Heron").replaceAll("Lantern", "Candle");
      await signIn(page, "priya");
      await page.goto("/coordinator/imports/new");
      await page
        .getByLabel("CSV file")
        .setInputFiles({ name: "weir.csv", mimeType: "text/csv", buffer: Buffer.from(file) });
      await page.getByLabel("Name of this list").fill(list);
      await page.getByRole("radio", { name: /public list|right away/i }).check();
      await page.getByRole("button", { name: "Read the file" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toContainText("weir.csv");
      await expect(page.getByRole("main")).toContainText("Row 4");
      await page.getByRole("button", { name: "Import 2 rows" }).click();
      await expect(async () => {
        await page.reload();
        await expect(page.getByRole("main")).toContainText(/New\s*2/, { timeout: 500 });
      }).toPass({ timeout: 20_000 });
      await signOut(page);
      const word = javaScriptEnabled ? "otter" : "heron";
      await expect(async () => {
        await page.goto(`/lakeshore/opportunities?q=${word}`);
        await expect(page.locator("#results article")).toHaveCount(1, { timeout: 500 });
      }).toPass({ timeout: 10_000 });
      await page.goto(`/riverbend/opportunities?q=${word}`);
      await expect(page.locator("#results")).not.toContainText("Weir Watchers");
    });
  });
}
