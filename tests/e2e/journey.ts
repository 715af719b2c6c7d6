import { AxeBuilder } from "@axe-core/playwright";
import { expect, test as base, type Page } from "@playwright/test";
import { DEMO_PASSWORD, people } from "#db/seed/cast.ts";

/** Every journey watches its pages: an error on the console or a request to another host fails it (P3). */
export const test = base.extend<{ watched: void }>({
  watched: [
    async ({ page, baseURL }, use) => {
      const faults: string[] = [];
      page.on("console", (message) => {
        // A 4xx page that a journey asks for on purpose is told on the console too.
        if (message.type() === "error" && !message.text().includes("Failed to load resource"))
          faults.push(message.text());
      });
      page.on("pageerror", (error) => faults.push(error.message));
      page.on("request", (request) => {
        const { origin, protocol } = new URL(request.url());
        if (protocol.startsWith("http") && origin !== baseURL) faults.push(`request to ${origin}`);
      });
      await use();
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});
export { expect };

export async function signIn(page: Page, who: keyof typeof people) {
  await page.goto("/sign-in");
  await page.getByLabel(/E-mail|Correo/).fill(people[who].email);
  await page.getByLabel(/Password|Contraseña/).fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: /^(Sign in|Iniciar sesión)$/ }).click();
  await expect(page).toHaveURL(/\/(partner|coordinator|operator|account)$/);
}

export async function signOut(page: Page) {
  await page.context().clearCookies();
}

const WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** WCAG 2.2 AA as far as a machine can tell, and nothing wider than the screen. */
export async function expectAccessible(page: Page) {
  await expectNoViolations(new AxeBuilder({ page }).withTags(WCAG_22_AA));
  await expectNothingWider(page);
}

/** `expects`: `expect.soft` goes on to what stands below. */
export async function expectNothingWider(page: Page, expects: typeof expect.soft = expect) {
  const [inner, needed] = await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
  expects(needed, `${page.url()}: no sideways scrolling`).toBeLessThanOrEqual(inner ?? 0);
}

/** The same on a small phone by day and on a wide screen in the dark: color and width have nothing else in common. */
export async function expectAccessibleEverywhere(page: Page) {
  for (const [width, colorScheme] of [[320, "light"] as const, [1366, "dark"] as const]) {
    await page.setViewportSize({ width, height: 740 });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expectAccessible(page);
  }
}

async function expectNoViolations(axe: AxeBuilder) {
  const { violations } = await axe.analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`)).toEqual([]);
}
