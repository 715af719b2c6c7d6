import { render } from "@react-email/render";
import "#app/i18n/catalogs.server.ts";
import { addresseeOf } from "#app/domain/mail/addressee.server.ts";
import { unsubscribeFrom } from "#app/domain/mail/link-purposes.ts";
import { MAILS, type MailKind } from "#app/domain/mail/mails.ts";
import { paths } from "#app/http/paths.ts";
import { aboutMail, writingOf } from "./about.server.ts";
import { Layout } from "./layout.tsx";
import type { Writing } from "./letter.ts";
import { writeLetter } from "./letters.server.ts";
import { plainText } from "./plain-text.ts";
import type { Mail, MailParts, RenderedMail } from "./rendered-mail.ts";

/** The mail as it is to be read now; null: there is nothing to say any longer, or nobody to say it to. */
export async function renderMail(parts: MailParts, mail: Mail): Promise<RenderedMail | null> {
  const to = await addresseeOf(parts.db, mail);
  const about = to === null ? null : await aboutMail(parts, mail);
  const written = about && (await writeLetter(about));
  if (to === null || !about || !written) return null;
  const writing = writingOf(about);
  // Titles and names are what people typed: a line break in one must not reach a header.
  const letter = { ...written, subject: oneLine(written.subject), preheader: oneLine(written.preheader) };
  const unsubscribe = unsubscribeAddress(mail, writing);
  const isChosen = unsubscribe !== null || mail.kind === "person-digest-collected";
  const choose = isChosen ? writing.open(paths.account.mail()) : null;
  const html = await render(<Layout letter={letter} writing={writing} unsubscribe={unsubscribe} choose={choose} />);
  return {
    to,
    fromName: oneLine(about.district?.name ?? writing.t("brand")),
    replyTo: about.district?.contactEmail ?? null,
    subject: letter.subject,
    html,
    text: plainText(html),
  };
}

const oneLine = (text: string) => text.replace(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, " ").trim();

/** Null for what is always sent, and for someone without an account. */
function unsubscribeAddress({ kind, userId }: Mail, { locale, open, sign }: Writing): string | null {
  const { category } = MAILS[kind as MailKind];
  if (category === "account" || userId === null) return null;
  return open(paths.unsubscribe(locale, category, sign(unsubscribeFrom(category), userId)));
}
