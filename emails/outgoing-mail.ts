import type { Keys } from "#app/auth/keys.server.ts";
import { isAddress, oneLine } from "#app/domain/mail/address.ts";
import { unsubscribeFrom } from "#app/domain/mail/link-purposes.ts";
import type { MailKind } from "#app/domain/mail/mails.ts";
import { paths } from "#app/http/paths.ts";
import type { Mail, MailParts, RenderedMail } from "./rendered-mail.ts";
import { stopPath } from "./stopping.ts";

/** A mail as it is handed over: complete, so that another try can say the same word for word. */
export interface OutgoingMail {
  /** The mail's own: what a provider knows it again by. */
  id: string;
  kind: string;
  from: { name: string; address: string };
  to: string;
  replyTo: string | null;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
}

/** `from`: `Name <address>` or an address, the site's own. Null: what it is addressed to is no address. */
export function composeMail(
  { keys, origin, from }: Pick<MailParts, "keys" | "origin"> & { from: string },
  mail: Mail,
  rendered: RenderedMail,
): OutgoingMail | null {
  const { to, replyTo, html, text } = rendered;
  if (!isAddress(to)) return null;
  const address = /<([^<>]+)>$/.exec(from)?.[1] ?? from;
  return {
    id: mail.id,
    kind: mail.kind,
    from: { name: oneLine(rendered.fromName), address },
    to,
    replyTo: replyTo !== null && isAddress(replyTo) ? replyTo : null,
    subject: oneLine(rendered.subject),
    html,
    text,
    headers: { "Auto-Submitted": "auto-generated", ...unsubscribing({ keys, origin }, mail) },
  };
}

const SEALED_FOR = "outgoing mail";

/** Links in it open doors: a copy of the database alone must not show them. */
export const sealMail = (keys: Keys, mail: OutgoingMail) => keys.seal(SEALED_FOR, JSON.stringify(mail));

export function openMail(keys: Keys, sealed: string): OutgoingMail | null {
  const text = keys.open(SEALED_FOR, sealed);
  return text === null ? null : (JSON.parse(text) as OutgoingMail);
}

/** One click in the reader's own mail program (RFC 8058); a mail that guards an account cannot be declined. */
function unsubscribing({ keys, origin }: Pick<MailParts, "keys" | "origin">, mail: Mail): Record<string, string> {
  const { kind, userId, locale } = mail;
  const isDigest = kind === ("person-digest-collected" satisfies MailKind) && userId !== null;
  const path = isDigest
    ? paths.unsubscribe(locale, "all", keys.sign(unsubscribeFrom("all"), userId))
    : stopPath(mail, keys.sign);
  if (path === null) return {};
  return { "List-Unsubscribe": `<${origin}${path}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}
