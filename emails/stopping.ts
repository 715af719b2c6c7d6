import { STOP_SEARCH, unsubscribeFrom, type LinkPurpose } from "#app/domain/mail/link-purposes.ts";
import { MAILS, type MailKind } from "#app/domain/mail/mails.ts";
import { paths } from "#app/http/paths.ts";
import type { Mail } from "./rendered-mail.ts";

type Sign = (purpose: LinkPurpose, id: string) => string;

/** Where mails like this one are stopped; null for what is always sent, and for someone who has nothing to choose. */
export function stopPath({ kind, userId, locale, data }: Mail, sign: Sign): string | null {
  const { category } = MAILS[kind as MailKind];
  if (category === "search") return paths.stopSearch(locale, sign(STOP_SEARCH, String(data.searchId)));
  if (category === "account" || userId === null) return null;
  return paths.unsubscribe(locale, category, sign(unsubscribeFrom(category), userId));
}
