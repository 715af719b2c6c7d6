/**
 * S4: scripts typed into every text of an opportunity, an organization and an imported file, then shown to readers,
 * to the coordinator and to the partner in a browser whose content security policy is switched off: none may run.
 */
import { randomUUID } from "node:crypto";
import { and, eq, like } from "drizzle-orm";
import { chromium, type Page } from "@playwright/test";
import { listings } from "#db/schema/listings.ts";
import { organizations as organizationTable } from "#db/schema/organizations.ts";
import { DEMO_PASSWORD, districts, organizations, people } from "#db/seed/cast.ts";
import { enqueueIndexing } from "#app/jobs/enqueue.server.ts";
import { startBuiltSite } from "#tests/support/built-site.ts";
import { givenListing } from "#tests/support/givens.ts";
import { findChromium } from "../setup/chromium.mjs";
import { Checks, pause } from "./checks.ts";
import { Visitor } from "./signed-in.ts";
import { RUN, SCRIPTS, textsOf } from "./typed.ts";

const checks = new Checks();
const site = await startBuiltSite({ cwd: process.env.SITE_DIR, env: { LOG_LEVEL: "error" } });
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), "--disable-gpu"],
});
const found: string[] = [];
let shown = 0;
try {
  const { db } = site.connection;
  const url = `http://localhost:${site.port}`;
  const ids = { bluestem: organizations.bluestem.id };
  const everywhere = SCRIPTS.join(" ");
  await db
    .update(organizationTable)
    .set({ name: `Bikes ${everywhere}`, about: everywhere, website: `javascript:${RUN}` })
    .where(eq(organizationTable.id, ids.bluestem));
  const given = await Promise.all(
    SCRIPTS.flatMap((script) => ["published", "submitted"].map((state) => ({ script, state }))).map(
      ({ script, state }) =>
        givenListing(db, {
          opportunity: { ...textsOf(script), title: `Typed ${script}`.slice(0, 80) },
          listing: { state: state as "published" | "submitted", noteToReaders: script, labels: [script.slice(0, 40)] },
        }),
    ),
  );
  await enqueueIndexing(
    db,
    given.map(({ listing }) => listing.id),
  );
  const dana = await new Visitor(site.port).signIn("dana");
  const upload = new FormData();
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = SCRIPTS.map((script, i) =>
    [String(i), script, script, script, "99/99/99", script].map(quoted).join(","),
  );
  const header = ["id", "title", "organization", "summary", "ends", SCRIPTS[2] ?? ""].map(quoted).join(",");
  const fields = { idempotencyKey: randomUUID(), source: SCRIPTS[0] ?? "", mode: "review" };
  for (const [name, value] of Object.entries(fields)) upload.append(name, value);
  upload.append("file", new File([[header, ...lines].join("\n")], `${SCRIPTS[6]}.csv`));
  const importPath = (await dana.post("/coordinator/imports/new", upload)).location ?? "";
  checks.that(importPath.startsWith("/coordinator/imports/"), `a file of scripts was read: ${importPath}`);
  await pause(2_000);

  const published = given.filter(({ listing }) => listing.state === "published");
  const submitted = given.filter(({ listing }) => listing.state === "submitted");
  const typed = encodeURIComponent(`typed ${SCRIPTS[2]}`);
  await look("nobody", [
    ...["", "/es"].flatMap((prefix) => [
      `${prefix}/riverbend`,
      `${prefix}/riverbend/opportunities?q=typed`,
      `${prefix}/riverbend/opportunities?q=${typed}&where=${typed}`,
      `${prefix}/riverbend/matches?where=${typed}&grade=11`,
    ]),
    `/sign-in?next=${encodeURIComponent(`javascript:${RUN}`)}`,
    ...published.map(({ listing }) => `/riverbend/opportunities/${listing.slug}`),
  ]);
  await look("tomas", [
    "/partner",
    ...submitted.flatMap(({ opportunity: { id } }) => [
      `/partner/opportunities/${id}`,
      `/partner/opportunities/${id}/preview`,
      ...["basics", "what", "asking"].map((step) => `/partner/opportunities/${id}/edit?step=${step}`),
    ]),
  ]);
  await look("dana", [
    "/coordinator",
    "/coordinator/review",
    "/coordinator/imports",
    importPath,
    ...submitted.map(({ listing }) => `/coordinator/review/${listing.id}`),
  ]);
  const inList = await db.$count(
    listings,
    and(eq(listings.districtId, districts.riverbend.id), like(listings.slug, "bicycle-repair-helper-%")),
  );
  checks.that(
    inList === given.length && shown > 100,
    `${shown} pages with ${SCRIPTS.length} scripts each were looked at`,
  );
  for (const fault of found.slice(0, 20)) console.log(`  ${fault}`);
  checks.that(found.length === 0, `${found.length} scripts ran, links to scripts or pages not shown`);

  async function look(who: keyof typeof people | "nobody", addresses: string[]) {
    const context = await browser.newContext({ bypassCSP: true, baseURL: url });
    const page = await context.newPage();
    page.on("dialog", (dialog) => {
      found.push(`a dialog on ${page.url()}`);
      void dialog.dismiss();
    });
    if (who !== "nobody") {
      await page.goto("/sign-in");
      await page.locator("input[name=email]").fill(people[who].email);
      await page.locator("input[name=password]").fill(DEMO_PASSWORD);
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await page.waitForURL(/\/(partner|coordinator)$/);
    }
    if (who === "nobody") await control(page);
    for (const address of addresses) found.push(...(await faultsOf(page, address)));
    await context.close();
  }

  /** The scripts are on the pages, and one that were not escaped would be seen. */
  async function control(page: Page) {
    await page.goto("/riverbend/opportunities?q=typed");
    const cards = await page.locator("#results article", { hasText: RUN }).count();
    checks.that(cards > 10, `${cards} of the typed listings are on the list`);
    await page.evaluate((html) => document.body.insertAdjacentHTML("beforeend", html), SCRIPTS[2] ?? "");
    const seen = await page.waitForFunction(() => "ran" in window, null, { timeout: 3_000 }).catch(() => null);
    checks.that(seen !== null, "a script that is not escaped is seen to run");
  }
} finally {
  await browser.close();
  await site.stop();
}
checks.report("S4");

async function faultsOf(page: Page, address: string): Promise<string[]> {
  const response = await page.goto(address, { waitUntil: "load" });
  await page.emulateMedia({ media: "print" });
  const ran = await page.evaluate(() => "ran" in window);
  const links = await page
    .locator('[href^="javascript:" i], [action^="javascript:" i], [src^="javascript:" i]')
    .count();
  const foreign = await page.locator("base, iframe, meta[http-equiv=refresh]").count();
  await page.emulateMedia({ media: "screen" });
  shown++;
  const status = response?.status() ?? 0;
  return [
    ...(ran ? [`a script ran on ${address}`] : []),
    ...(links + foreign > 0 ? [`${links} links to scripts, ${foreign} foreign elements on ${address}`] : []),
    ...(status === 200 ? [] : [`${status} on ${address}`]),
  ];
}
