import type { Logger } from "pino";
import { recordViews } from "#app/domain/listings/views.server.ts";
import type { Database } from "#db/database.ts";

/** A listing's page, `/riverbend/opportunities/bike-helper-1a2b3c`, in any language and with whatever query. */
const LISTING_PAGE = /^(?:\/[a-z]{2})?\/([^/?]+)\/opportunities\/([^/?.]+)(?:\?|$)/;
/** Programs that read pages for nobody in particular, by the name they give; who gives none is one too. */
const PROGRAM =
  /bot|crawl|spider|slurp|preview|scan|monitor|fetch|http|curl|wget|python|java\/|headless|facebookexternal/i;
const FLUSH_MS = 60_000;

/**
 * Counts openings of listing pages, also those answered from the page cache: how many, never who. They are kept in
 * memory and written once a minute and at the end; those of a process that crashes are lost, which is accepted.
 */
export class ViewCounter {
  #seen = new Map<string, number>();
  readonly #db: Database;
  readonly #log: Pick<Logger, "warn">;
  readonly #timer: NodeJS.Timeout;

  constructor(db: Database, log: Pick<Logger, "warn">) {
    this.#db = db;
    this.#log = log;
    this.#timer = setInterval(() => void this.flush(), FLUSH_MS);
    this.#timer.unref();
  }

  /** Call for a page that was found: `target` as it was asked for. */
  count(target: string, userAgent: string) {
    // Most requests are for something else: that much is seen without a pattern.
    if (!target.includes("/opportunities/") || !userAgent || PROGRAM.test(userAgent)) return;
    const [, district, slug] = LISTING_PAGE.exec(target) ?? [];
    if (!district || !slug) return;
    const page = `${district}/${slug}`;
    this.#seen.set(page, (this.#seen.get(page) ?? 0) + 1);
  }

  async flush(): Promise<void> {
    const seen = this.#seen;
    this.#seen = new Map();
    const views = [...seen].map(([page, count]) => {
      const [district = "", slug = ""] = page.split("/");
      return { district, slug, seen: count };
    });
    try {
      await recordViews(this.#db, views, new Date());
    } catch (error) {
      this.#log.warn({ error: error instanceof Error ? error.message : "unknown" }, "views are written later");
      for (const [page, count] of seen) this.#seen.set(page, (this.#seen.get(page) ?? 0) + count);
    }
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.flush();
  }
}
