import type { Logger } from "pino";
import type { Keys } from "#app/auth/keys.server.ts";
import type { Database } from "#db/database.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Search } from "#app/search/create-search.server.ts";
import type { SearchIndex, Suggests } from "#app/search/search-index.ts";

/** What the server hands every loader and action: `args.context`. Tests hand their own. */
export interface RequestContext {
  db: Database;
  /** What answers readers; `engines` are those behind it, for whoever looks after them. */
  search: SearchIndex & Suggests & Partial<Pick<Search, "engines" | "forOnePage">>;
  /** The instant of the request. */
  now: Date;
  /** From the address' prefix; on a desk from the person's language cookie. */
  locale: Locale;
  /** For `<script nonce>` on pages that are not cached. */
  nonce: string;
  requestId: string;
  log: Logger;
  /** Signs links, seals secrets. */
  keys: Keys;
  /** The site's public address, without a path: links in mails begin with it, passkeys belong to it. */
  origin: string;
  /** The reader's IP address, as the nearest proxy of ours or the socket says it. */
  address: string;
  /** What a webhook of the mail provider is signed with; null: none is taken. */
  webhookSecret: string | null;
  /** Issuers of school sign-in besides the known ones, as who runs the platform names them. */
  issuers: readonly string[];
  /** Whether mail is kept here instead of sent, and may be looked at: on a developer's machine only. */
  outbox: boolean;
  /** Cookies are `__Host-` and Secure over https, and on localhost for browsers that allow it. */
  secureCookies: boolean;
  /** Whether the seeded people may sign in; never in production. */
  demoAllowed: boolean;
}

declare module "@remix-run/node" {
  interface AppLoadContext extends RequestContext {
    // Remix's own index signature would make every misspelled field `unknown`.
  }
}
