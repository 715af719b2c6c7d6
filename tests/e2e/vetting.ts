import { expect, type Page } from "@playwright/test";

const PDF = Buffer.from("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\nstartxref\n9\n%%EOF\n");

/** Does all the district asks before it takes a partner on, and approves it; begins at its page. */
export async function vet(page: Page) {
  const checklist = page.getByRole("region", { name: "Vetting" });
  for (const kind of ["Agreement", "Insurance", "Clearance"]) {
    await checklist
      .getByRole("listitem")
      .filter({ hasText: `Needs: ${kind}` })
      .getByRole("link")
      .click();
    await page
      .getByLabel("File", { exact: false })
      .setInputFiles({ name: "scan.pdf", mimeType: "application/pdf", buffer: PDF });
    await page.getByRole("button", { name: "I saw it, keep it" }).click();
    await expect(page.getByRole("region", { name: "Documents" })).toContainText(kind);
  }
  const steps = checklist.getByRole("button", { name: /^Mark as done/ });
  const approve = page.getByRole("button", { name: "Approve", exact: true });
  for (let open = await steps.count(); open > 0; open--) {
    await steps.first().click();
    await expect(steps).toHaveCount(open - 1);
  }
  await approve.click();
  await expect(page.getByRole("main")).toContainText("In force");
}
