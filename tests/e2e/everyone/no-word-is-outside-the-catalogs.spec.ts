import type { Page } from "@playwright/test";
import { sql } from "drizzle-orm";
import { PSEUDO_LOCALE } from "#app/i18n/pseudo-locale.ts";
import { US_STATES } from "#app/domain/opportunities/us-states.ts";
import { expect, expectNothingWider, signIn, test } from "../journey.ts";
import { EYES, pagesOf, PUBLIC } from "../pages.ts";
import { withDatabase } from "../time.ts";

/**
 * Every page in a language nobody speaks (`app/i18n/pseudo-locale.ts`): what stands outside its brackets is in no
 * catalog, and what does not turn round would stand wrong in Arabic. Scripts are held back: a desk's would need a catalog
 * of their own.
 */
/** Desks whose language a person chose once; the others say it in their address. */
const CARRIES_NO_PREFIX = /^\/(partner|coordinator|account)\b/;
const MS_A_PAGE = 5_000;
/** Names of our own and of others, and what is the same in every language. */
const NAMES =
  /Waypost|postgres|meilisearch|Google|Microsoft|Clever|ClassLink|English|Español|O\*NET|\b(?:a|b|km|mi|min|ZIP|Chrome|Firefox|Safari|Edge|Linux|Windows|Android|GMT|UTC|CSV|PDF|RSS)\b/g;

let data: string[] = [];
const ZONES = /\b(?:America|Pacific)\/[\w/]+(?: [A-Z]\w+)*/g;
const STATES = new RegExp(`\\b(?:${US_STATES.join("|")})\\b`, "g");

test.beforeAll(async () => {
  await withDatabase(async (db) => {
    const tables = await db.execute<{ name: string }>(
      sql`select table_name as name from information_schema.tables where table_schema = 'public'`,
    );
    const texts = new Set<string>();
    for (const { name } of tables.filter((table) => !NOT_SHOWN.has(table.name))) {
      const rows = await db.execute<{ row: unknown }>(sql`select to_jsonb(t) as row from ${sql.identifier(name)} t`);
      for (const { row } of rows) collect(row, texts);
    }
    data = [...texts].sort((a, b) => b.length - a.length);
  });
});

const NOT_SHOWN = new Set(["pictures", "search_documents", "search_words", "zip_points", "told_matches", "sessions"]);

function collect(value: unknown, texts: Set<string>) {
  if (typeof value === "string") {
    for (const line of value.split("\n")) if (/(\p{L}.*){3}/u.test(line)) texts.add(line.trim());
  } else if (value && typeof value === "object") for (const each of Object.values(value)) collect(each, texts);
}

async function open(page: Page, address: string) {
  const answer = await page.goto(address);
  expect(answer?.status(), address).toBeLessThan(500);
  expect(await page.locator("html").getAttribute("dir"), address).toBe("rtl");
}

/** What the page says that no catalog, no row of the database and no name explains. */
async function unexplained(page: Page): Promise<string[]> {
  const said = await page.evaluate(() => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const around = node.parentElement?.closest(
        "script, style, noscript, textarea, code, [translate=no], body [lang]",
      );
      if (!around) texts.push(node.textContent ?? "");
    }
    for (const element of document.querySelectorAll("[aria-label], [placeholder], [title], [alt]"))
      for (const name of ["aria-label", "placeholder", "title", "alt"]) texts.push(element.getAttribute(name) ?? "");
    return texts;
  });
  return said.map(withoutWhatIsKnown).filter((text) => /\p{Script=Latin}{2}/u.test(text));
}

function withoutWhatIsKnown(text: string): string {
  let left = text;
  // Messages stand in messages: from the inside out.
  for (let before = ""; before !== left;) left = (before = left).replace(/⟦[^⟦⟧]*⟧/g, " ");
  left = left.replace(ZONES, " ");
  for (const known of data) if (left.includes(known)) left = left.replaceAll(known, " ");
  left = left
    .replace(NAMES, " ")
    .replace(STATES, " ")
    .replace(/\S*@\s?\S+|https?:\S+|\/[\w/-]+/g, " ");
  return left.trim();
}

test.beforeEach(async ({ page }) => {
  await page.route(/\.js($|\?)/, (route) => route.abort());
});

test("to a visitor", async ({ page }) => {
  test.setTimeout(MS_A_PAGE * PUBLIC.length);
  await page.setViewportSize({ width: 360, height: 740 });
  for (const address of PUBLIC.filter((each) => !/^\/(es|dev)\//.test(each)))
    await test.step(address, async () => {
      await open(page, `/${PSEUDO_LOCALE}${address}`);
      expect.soft(await unexplained(page), address).toEqual([]);
      await expectNothingWider(page, expect.soft);
    });
});

test("the layout turns round", async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  const sides = async (address: string) => {
    await page.goto(address);
    const at = async (part: string) => (await page.locator(part).first().boundingBox())!.x;
    return { filters: await at("#filters"), results: await at("#results") };
  };
  const ours = await sides("/riverbend/opportunities");
  const turned = await sides(`/${PSEUDO_LOCALE}/riverbend/opportunities`);
  expect(ours.filters).toBeLessThan(ours.results);
  expect(turned.filters).toBeGreaterThan(turned.results);
});

for (const audience of Object.keys(EYES) as (keyof typeof EYES)[])
  test(`to a ${audience}`, async ({ page, baseURL }) => {
    const pages = pagesOf(audience);
    test.setTimeout(MS_A_PAGE * (2 + pages.length));
    await signIn(page, EYES[audience]);
    await page.context().addCookies([{ name: "language", value: PSEUDO_LOCALE, url: baseURL! }]);
    for (const address of pages)
      await test.step(address, async () => {
        await open(page, CARRIES_NO_PREFIX.test(address) ? address : `/${PSEUDO_LOCALE}${address}`);
        expect.soft(await unexplained(page), address).toEqual([]);
      });
  });
