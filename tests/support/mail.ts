import { desc, eq, sql } from "drizzle-orm";
import type { MailKind } from "#app/domain/mail/mails.ts";
import type { Database } from "#db/database.ts";
import { mails } from "#db/schema/mail.ts";
import { users } from "#db/schema/people.ts";
import { renderMail } from "#emails/render.server.tsx";
import type { Mail, RenderedMail } from "#emails/rendered-mail.ts";
import { TEST_NOW } from "./clock.ts";
import { mailing } from "./keys.ts";

/** Every mail for an address, the newest first; an account's mails go to its address of now. */
export async function mailsTo(db: Database, address: string): Promise<Mail[]> {
  const rows = await db
    .select({ mail: mails })
    .from(mails)
    .leftJoin(users, eq(users.id, mails.userId))
    .where(sql`lower(coalesce(${mails.address}, ${users.email})) = lower(${address})`)
    // In a test all are of the same instant: then by transaction, and by place within one.
    .orderBy(desc(mails.createdAt), sql`${mails}.xmin::text::bigint desc`, sql`${mails}.ctid desc`);
  return rows.map(({ mail }) => mail);
}

export interface ReadMail extends RenderedMail {
  kind: MailKind;
  /** Addresses on this site that the text names, from the path on, in the text's order. */
  links: string[];
}

/** The newest mail for an address, of `kind` if given, as it would arrive; throws when there is none. */
export async function lastMail(
  db: Database,
  address: string,
  { kind, now = TEST_NOW }: { kind?: MailKind; now?: Date } = {},
): Promise<ReadMail> {
  const mail = (await mailsTo(db, address)).find((one) => kind === undefined || one.kind === kind);
  if (!mail) throw new Error(`no mail ${kind ?? ""} to ${address}`);
  const rendered = await renderMail({ ...mailing, db, now }, mail);
  if (!rendered) throw new Error(`the mail ${mail.kind} to ${address} has nothing to say`);
  return { ...rendered, kind: mail.kind as MailKind, links: linksIn(rendered.text, mailing.origin) };
}

/** From the path on. */
export function linksIn(text: string, origin: string): string[] {
  const found = text.match(/https?:\/\/[^\s<>"')\]]+/g) ?? [];
  return found.filter((address) => address.startsWith(`${origin}/`)).map((address) => address.slice(origin.length));
}
