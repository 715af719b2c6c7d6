import type { Keys } from "#app/auth/keys.server.ts";
import type { Database } from "#db/database.ts";
import type { mails } from "#db/schema/mail.ts";

/** A mail that a verb promised, as it stands in the database. */
export type Mail = typeof mails.$inferSelect;

/** What rendering a mail takes. */
export interface MailParts {
  db: Database;
  /** Signs the links. */
  keys: Keys;
  /** The site's public address, without a path: every link begins with it. */
  origin: string;
  now: Date;
}

/** What a mail says to whom, before it is known how it leaves. */
export interface RenderedMail {
  /** An address alone, without a name. */
  to: string;
  /** Shown as the sender; the address is the site's own. */
  fromName: string;
  replyTo: string | null;
  subject: string;
  html: string;
  text: string;
}
