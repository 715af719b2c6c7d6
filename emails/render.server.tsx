import { render } from "@react-email/render";
import "#app/i18n/catalogs.server.ts";
import { addresseeOf } from "#app/domain/mail/addressee.server.ts";
import { MAILS, type MailKind } from "#app/domain/mail/mails.ts";
import { paths } from "#app/http/paths.ts";
import { aboutMail, writingOf } from "./about.server.ts";
import { Layout } from "./layout.tsx";
import { writeLetter } from "./letters.server.ts";
import { plainText } from "./plain-text.ts";
import type { Mail, MailParts, RenderedMail } from "./rendered-mail.ts";
import { stopPath } from "./stopping.ts";

/** The mail as it is to be read now; null: there is nothing to say any longer, or nobody to say it to. */
export async function renderMail(parts: MailParts, mail: Mail): Promise<RenderedMail | null> {
  const to = await addresseeOf(parts.db, mail);
  const about = to === null ? null : await aboutMail(parts, mail);
  const written = about && (await writeLetter(about));
  if (to === null || !about || !written) return null;
  const writing = writingOf(about);
  // Titles and names are what people typed: a line break in one must not reach a header.
  const letter = { ...written, subject: oneLine(written.subject), preheader: oneLine(written.preheader) };
  const open = (path: string | null) => path && writing.open(path);
  const [unsubscribe, choose] = [open(stopPath(mail, writing.sign)), open(choosePath(mail))];
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

/** Where a person chooses which of such mails they get; null for what is always sent, and for who has no account. */
function choosePath({ kind, userId }: Mail): string | null {
  const { category } = MAILS[kind as MailKind];
  if (userId === null) return null;
  if (category === "search") return paths.account.searches();
  return category !== "account" || kind === "person-digest-collected" ? paths.account.mail() : null;
}
