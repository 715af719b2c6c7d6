import { render } from "@react-email/render";
import { addresseeOf } from "#app/domain/mail/addressee.server.ts";
import { translator } from "#app/i18n/translator.ts";
import "#app/i18n/catalogs.server.ts";
import type { Mail, MailParts, RenderedMail } from "./rendered-mail.ts";

/** The mail as it is to be read now; null: there is nothing to say any longer. */
export async function renderMail({ db, origin }: MailParts, mail: Mail): Promise<RenderedMail | null> {
  const to = await addresseeOf(db, mail);
  if (to === null) return null;
  const brand = translator(mail.locale)("brand");
  const html = await render(
    <p>
      {mail.kind}: <a href={origin}>{origin}</a>
    </p>,
  );
  return { to, fromName: brand, replyTo: null, subject: mail.kind, html, text: `${mail.kind}\n${origin}/` };
}
