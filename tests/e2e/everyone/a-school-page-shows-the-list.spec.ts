import http from "node:http";
import type { AddressInfo } from "node:net";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, ConsoleMessage, Page } from "@playwright/test";
import { expect, expectAccessibleEverywhere, signIn, test } from "../journey.ts";

/** A page of a school's own site, which a journey's own `page` would not be let near. */
interface School {
  url: string;
  /** The same machine by another name: another origin, which nobody listed. */
  otherUrl: string;
  put(snippet: string): void;
  close(): Promise<unknown>;
}

async function openSchool(): Promise<School> {
  let snippet = "";
  const server = http.createServer((_request, response) => {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(
      `<!doctype html><html lang="en"><title>Our school</title><main><h1>Our school</h1>` +
        `<p><a href="#before">Before</a></p>${snippet}<p><a href="#after">After</a></p></main></html>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    otherUrl: `http://127.0.0.1:${port}`,
    put: (text) => (snippet = text),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** In a browser of its own, with what its console says. */
async function visit(browser: Browser, url: string, options: { javaScriptEnabled?: boolean } = {}) {
  const context = await browser.newContext({ viewport: { width: 900, height: 900 }, ...options });
  const page = await context.newPage();
  const said: string[] = [];
  page.on("console", (message: ConsoleMessage) => message.type() === "error" && said.push(message.text()));
  await page.goto(url);
  const listed = page.frameLocator("iframe");
  return { page, listed, said, cookies: () => context.cookies(), end: () => context.close() };
}

const heightOf = (page: Page) => page.locator("iframe").evaluate((frame) => frame.getBoundingClientRect().height);

let school: School;
test.beforeAll(async () => void (school = await openSchool()));
test.afterAll(() => school.close());

test("an admin lists a school's site, a coordinator builds its list, and the school's page shows it", async ({
  page,
  browser,
}) => {
  await signIn(page, "carl");
  await page.goto("/coordinator/embed/sites");
  const address = page.getByLabel("Address of the site");
  await address.fill("https://*.school.example");
  await page.getByRole("button", { name: "Add the site" }).click();
  const adding = page.locator("form").filter({ has: address });
  await expect(adding).toContainText("Write each site out in full, without *.");
  await expect(address).toHaveValue("https://*.school.example");
  await address.fill(`${school.url}/careers`);
  await page.getByRole("button", { name: "Add the site" }).click();
  await expect(page.getByText("The site was added.")).toBeVisible();
  await expect(adding).not.toContainText("Write each site out in full");
  await expect(address).toHaveValue("");
  await expectAccessibleEverywhere(page);

  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto("/coordinator/embed");
  await page.getByLabel("On which site?").selectOption(school.url);
  await page.getByLabel("How many cards").fill("0");
  await page.getByRole("button", { name: "Show it" }).click();
  await expect(page.getByText("Write a whole number from 1 to 24.")).toBeVisible();
  await page.getByLabel("How many cards").fill("8");
  await page.getByRole("button", { name: "Show it" }).click();
  await expect(page).toHaveURL(/cards=8/);
  const preview = page.frameLocator("iframe");
  await expect(preview.getByRole("article")).toHaveCount(8);
  await expectAccessibleEverywhere(page);
  school.put(await page.getByLabel("Snippet for the page").inputValue());

  await test.step("it grows to what is in it, without a cookie and without a complaint", async () => {
    const { page: outside, listed, said, cookies, end } = await visit(browser, school.url);
    await expect(listed.getByRole("article")).toHaveCount(8);
    await expect.poll(() => heightOf(outside)).toBeGreaterThan(900);
    const whole = await listed.locator("body").evaluate((body) => body.getBoundingClientRect().height);
    expect(await heightOf(outside)).toBeGreaterThanOrEqual(whole);
    await outside.setViewportSize({ width: 360, height: 740 });
    await expect.poll(() => heightOf(outside)).toBeGreaterThan(whole + 300);
    await outside.setViewportSize({ width: 1366, height: 768 });
    await expect.poll(() => heightOf(outside)).toBeLessThan(whole);
    expect((await new AxeBuilder({ page: outside }).analyze()).violations).toEqual([]);
    expect([said, await cookies()]).toEqual([[], []]);
    await end();
  });

  await test.step("the keyboard goes in, can be seen there, and comes out again", async () => {
    const { page: outside, listed, end } = await visit(browser, school.url);
    const first = listed.getByRole("article").first();
    await expect(first).toBeVisible();
    await outside.getByRole("link", { name: "Before" }).focus();
    await outside.keyboard.press("Tab");
    await expect(first.getByRole("link")).toBeFocused();
    expect(await first.evaluate((card) => getComputedStyle(card).outlineStyle)).toBe("solid");
    for (let stop = 0; stop < 10; stop++) await outside.keyboard.press("Tab");
    await expect(outside.getByRole("link", { name: "After" })).toBeFocused();
    await listed.getByRole("link", { name: /^See the whole list of/ }).click();
    await expect(outside).toHaveURL(/\/lakeshore\/opportunities$/);
    await end();
  });

  await test.step("without scripts it keeps its height and its link", async () => {
    const { page: outside, listed, end } = await visit(browser, school.url, { javaScriptEnabled: false });
    await expect(listed.getByRole("article")).toHaveCount(8);
    expect(await outside.locator("iframe").getAttribute("height")).toBe("640");
    await outside.getByRole("link", { name: /^See the whole list of/ }).click();
    await expect(outside).toHaveURL(/\/lakeshore\/opportunities$/);
    await end();
  });

  await test.step("nobody else's page shows it: not an unlisted one, not once the site is removed", async () => {
    const refused = async (url: string) => {
      const { page: outside, listed, said, end } = await visit(browser, url);
      await expect.poll(() => said.join()).toMatch(/frame-ancestors/);
      await expect(listed.getByRole("article")).toHaveCount(0);
      expect(await heightOf(outside)).toBeLessThan(700);
      await end();
    };
    await refused(school.otherUrl);
    await page.goto("/coordinator/embed/sites");
    await page.getByRole("button", { name: `Remove ${school.url}` }).click();
    await expect(page.getByText("The site was removed.")).toBeVisible();
    await refused(school.url);
  });
});
