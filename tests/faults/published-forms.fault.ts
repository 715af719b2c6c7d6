/**
 * S4, S13: scripts and formulas typed into listings, their partner and two editions, then every form that leaves the
 * site: what a browser opens is opened in one that knows no policy of ours, the rest is read back by programs that are
 * not ours. Nothing runs, nothing leads elsewhere, and what was typed is there as text.
 */
import { randomUUID } from "node:crypto";
import { parse as parseCsv } from "csv-parse/sync";
import { eq } from "drizzle-orm";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import ICAL from "ical.js";
import { pino } from "pino";
import { chromium, type Page } from "@playwright/test";
import { bumpListVersion } from "#app/domain/districts/list-version.server.ts";
import { draftEdition } from "#app/domain/editions/drafting.server.ts";
import { publishEdition } from "#app/domain/editions/publishing.server.ts";
import { reindexListings } from "#app/jobs/tasks/reindex-listings.server.ts";
import { createSearch } from "#app/search/create-search.server.ts";
import { listings } from "#db/schema/listings.ts";
import { organizations as organizationTable } from "#db/schema/organizations.ts";
import { districts, organizations, people } from "#db/seed/cast.ts";
import { startBuiltSite } from "#tests/support/built-site.ts";
import { asCoordinator, givenListing } from "#tests/support/givens.ts";
import { readPdf } from "#tests/support/read-pdf.ts";
import { findChromium } from "../setup/chromium.mjs";
import { Checks, pause } from "./checks.ts";
import { FORMULAS, RUN, SCRIPTS, textsOf } from "./typed.ts";

const TYPED = [...SCRIPTS, ...FORMULAS];
const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

const checks = new Checks();
const site = await startBuiltSite({ cwd: process.env.SITE_DIR, env: { LOG_LEVEL: "error" } });
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), "--disable-gpu"],
});
const origin = `http://localhost:${site.port}`;
const LIST = "/riverbend/opportunities";
try {
  const given = await plant();
  await openAll(given.map(({ listing }) => listing.slug));
  await readAll(given.map(({ listing }) => listing.slug));
} finally {
  await browser.close();
  await site.stop();
}
checks.report("S4, S13");

/** One listing a text, on the list and in two editions between which each has changed. */
async function plant() {
  const { db } = site.connection;
  const everywhere = SCRIPTS.join(" ");
  await db
    .update(organizationTable)
    .set({ name: `=Bikes ${everywhere}`, about: everywhere, website: `javascript:${RUN}` })
    .where(eq(organizationTable.id, organizations.bluestem.id));
  const dates = { startsOn: inDays(20), endsOn: inDays(60), closesOn: inDays(30) };
  const given = [];
  for (const text of TYPED) {
    const opportunity = { ...textsOf(text), ...dates, title: text, titleEs: text, zip: "61201" };
    const listing = {
      noteToReaders: text,
      labels: [text.slice(0, 40)],
      publishedAt: new Date(),
      confirmedAt: new Date(),
    };
    given.push(await givenListing(db, { opportunity, listing }));
  }
  await publish("Before");
  for (const { listing } of given)
    await db
      .update(listings)
      .set({ noteToReaders: `${listing.noteToReaders} again` })
      .where(eq(listings.id, listing.id));
  await publish(everywhere.slice(0, 100));
  const log = pino({ level: "silent" });
  await reindexListings({ db, search: createSearch({ db, env: {}, log }), log });
  await bumpListVersion(db, districts.riverbend.id);
  return given;

  async function publish(title: string) {
    const dana = { ...asCoordinator(db, people.dana.id, districts.riverbend.id), now: new Date() };
    const words = { title, titleEs: title, note: everywhere, noteEs: everywhere };
    const drafted = await draftEdition(dana, { ...words, idempotencyKey: randomUUID() });
    if (!drafted.ok) throw new Error(drafted.refusal);
    const outcome = await publishEdition(dana, { ...drafted.value, version: 1, idempotencyKey: randomUUID() });
    if (!outcome.ok) throw new Error(outcome.refusal);
  }
}

async function openAll(slugs: string[]) {
  const context = await browser.newContext({ bypassCSP: true, baseURL: origin });
  const page = await context.newPage();
  const found: string[] = [];
  page.on("dialog", (dialog) => {
    found.push(`a dialog on ${page.url()}`);
    void dialog.dismiss();
  });
  const addresses = ["", "/es"].flatMap((prefix) => [
    `${prefix}/embed/riverbend?cards=24&sort=newest`,
    `${prefix}/riverbend/editions`,
    `${prefix}/riverbend/editions/2`,
    `${prefix}/riverbend/editions/2/changes?since=1`,
    `${prefix}/riverbend/partners/${organizations.bluestem.id}`,
    ...slugs.flatMap((slug) => [`${prefix}${LIST}/${slug}`, `${prefix}/riverbend/editions/1/opportunities/${slug}`]),
    ...["rss", "atom", "txt"].map((form) => `${prefix}${LIST}.${form}`),
  ]);
  addresses.push("/riverbend/sitemap.xml", "/riverbend/editions.atom", "/riverbend/editions/2/list.json");
  addresses.push("/api/v1/districts/riverbend/listings", "/api/hsds/v3/districts/riverbend/services");
  for (const address of addresses) found.push(...(await faultsOf(page, address)));
  for (const fault of found.slice(0, 20)) console.log(`  ${fault}`);
  checks.that(found.length === 0, `${found.length} faults on ${addresses.length} pages opened in a browser`);
  await page.goto(addresses[0]!);
  const cards = await page.locator("article", { hasText: RUN }).count();
  checks.that(cards > 10, `${cards} typed listings stand in the frame`);
  await page.evaluate((html) => document.body.insertAdjacentHTML("beforeend", html), SCRIPTS[2] ?? "");
  const seen = await page.waitForFunction(() => "ran" in window, null, { timeout: 3_000 }).catch(() => null);
  checks.that(seen !== null, "a script that is not escaped is seen to run");
  await context.close();
}

async function faultsOf(page: Page, address: string): Promise<string[]> {
  const response = await page.goto(address, { waitUntil: "load" });
  const ran = await page.evaluate(() => "ran" in window);
  const links = await page
    .locator('[href^="javascript:" i], [action^="javascript:" i], [src^="javascript:" i]')
    .count();
  const foreign = await page.locator("base[href], iframe, meta[http-equiv=refresh], svg[onload]").count();
  const data = await page.locator('script[type="application/ld+json"]').allTextContents();
  const unread = data.filter((json) => !isJson(json)).length;
  const isListing = /^(\/es)?\/riverbend\/opportunities\/[^.]+$/.test(address);
  return [
    ...(ran ? [`a script ran on ${address}`] : []),
    ...(links + foreign > 0 ? [`${links} links to scripts, ${foreign} foreign elements on ${address}`] : []),
    ...(unread > 0 || (isListing && data.length !== 2) ? [`${data.length} pieces of JSON-LD on ${address}`] : []),
    ...(response?.status() === 200 ? [] : [`${response?.status()} on ${address}`]),
  ];
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === "object";
  } catch {
    return false;
  }
}

async function readAll(slugs: string[]) {
  const held = (text: string) => text.replace(/\s+/g, " ").trim();
  const all = (form: string, told: (string | undefined)[]) => {
    const said = new Set(told.map((text) => held(text ?? "")));
    const lost = TYPED.filter((text) => !said.has(held(text)));
    checks.that(lost.length === 0, `${form}: ${TYPED.length} texts typed, ${lost.length} not there as text`);
  };
  const rss = await fetched(`${LIST}.rss`, "application/rss+xml; charset=utf-8");
  const atom = await fetched(`${LIST}.atom`, "application/atom+xml; charset=utf-8");
  const map = await fetched("/riverbend/sitemap.xml", "application/xml; charset=utf-8");
  checks.that(
    [rss, atom, map].every((xml) => XMLValidator.validate(xml) === true),
    "feeds and sitemap are XML",
  );
  all("RSS", titlesOf(parseRssFeed(rss).items));
  all("Atom", titlesOf(parseAtomFeed(atom).entries));
  const feed = await fetched(`${LIST}.feed.json`, "application/feed+json; charset=utf-8");
  all("JSON Feed", titlesOf(parseJsonFeed(feed).items));
  const { urlset } = new XMLParser().parse(map) as { urlset: { url: { loc: string }[] } };
  checks.that(
    urlset.url.every(({ loc }) => new URL(loc).origin === origin),
    `${urlset.url.length} addresses of the sitemap are ours`,
  );

  const ics = await fetched(`${LIST}.ics`, "text/calendar; charset=utf-8");
  const events = new ICAL.Component(ICAL.parse(ics) as unknown[])
    .getAllSubcomponents("vevent")
    .map((each) => new ICAL.Event(each));
  all(
    "iCalendar",
    events.map(({ summary }) => summary),
  );
  checks.that(
    events.every(({ component }) => component.getFirstPropertyValue("url")?.toString().startsWith(origin) === true),
    `${events.length} events lead here`,
  );

  type Titled = { title: string }[];
  const api = await json<{ data: Titled; total: number }>("/api/v1/districts/riverbend/listings?page_size=100");
  all("API", titlesOf(api.data));
  const hsds = await json<{ contents: { name: string }[] }>("/api/hsds/v3/districts/riverbend/export.json");
  const names = hsds.contents.map(({ name }) => name);
  all("HSDS", names);
  all("an edition's JSON", titlesOf((await json<{ listings: Titled }>("/riverbend/editions/2/list.json")).listings));

  for (const address of [`${LIST}.csv`, "/riverbend/editions/2/list.csv"]) {
    const table = await fetched(address, "text/csv; charset=utf-8");
    const rows = parseCsv<Record<string, string>>(table, { bom: true, columns: true });
    const typed = rows.map(({ title = "" }) => title.replace(/^'(?=[=+\-@\t\r＝])/, ""));
    all(`CSV ${address}`, typed);
    const cells = rows.flatMap((row) => Object.values(row));
    const run = cells.filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell) && Number.isNaN(Number(cell)));
    checks.that(run.length === 0, `${rows.length} rows of ${address}: ${run.length} cells a spreadsheet would run`);
    checks.that(rows.length === api.total, "no row is more or less than a listing");
  }
  const text = await fetched(`${LIST}.txt`, "text/plain; charset=utf-8");
  checks.that(!/^(?!\*).*\r|[\u2028\u202e]/m.test(text), "plain text holds no mark that turns or ends a line");

  const papers = [`${LIST}.pdf`, `/es${LIST}.pdf?size=large`, "/riverbend/editions/2/list.pdf"];
  let [pages, links] = [0, 0];
  for (const address of [...papers, ...slugs.map((slug) => `${LIST}/${slug}.pdf`)]) {
    const pdf = await readPdf(await printed(address));
    const urls = pdf.pages.flatMap((page) => page.links.flatMap(({ url }) => url ?? []));
    const foreign = urls.filter((url) => !url.startsWith(`${origin}/`)).length;
    const actions = await Promise.all(pdf.pages.map(({ page }) => page.getJSActions()));
    const scripts = actions.filter((each) => each && Object.keys(each).length > 0).length;
    if (foreign + scripts > 0) checks.that(false, `${address}: ${foreign} links elsewhere, ${scripts} scripts`);
    if (address === papers[0]) checks.that(pdf.text.includes(SCRIPTS[0]!), "what was typed is printed");
    pages += pdf.pages.length;
    links += urls.length;
  }
  checks.that(links > slugs.length, `${pages} pages of paper, ${links} links: none leads elsewhere, none runs`);
  const cards = await Promise.all(slugs.map((slug) => fetch(`${origin}${LIST}/${slug}/card.png`)));
  checks.that(
    cards.every(({ status, headers }) => status === 200 && headers.get("content-type") === "image/png"),
    `${cards.length} social cards are pictures`,
  );
}

// Declared, not assigned: the work above has begun by now.
function titlesOf<T>(all: readonly { title?: T }[] | undefined) {
  return all?.map(({ title }) => title) ?? [];
}

async function json<T>(address: string) {
  return JSON.parse(await fetched(address, "application/json; charset=utf-8")) as T;
}

/** The text of a form, which must say what it is and that no browser may take it for something else. */
async function fetched(address: string, type: string): Promise<string> {
  const answer = await fetch(`${origin}${address}`);
  const { headers, status } = answer;
  const isSaid = headers.get("content-type") === type && headers.get("x-content-type-options") === "nosniff";
  checks.that(status === 200 && isSaid, `${address} says what it is: ${status} ${headers.get("content-type")}`);
  return answer.text();
}

async function printed(address: string): Promise<Uint8Array> {
  for (let tries = 0; tries < 30; tries++) {
    const answer = await fetch(`${origin}${address}`);
    if (answer.status === 200) return new Uint8Array(await answer.arrayBuffer());
    await pause(2_000);
  }
  throw new Error(`${address} was never printed`);
}
