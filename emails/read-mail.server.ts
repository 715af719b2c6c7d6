import { composeMail, openMail, type OutgoingMail } from "./outgoing-mail.ts";
import { renderMail } from "./render.server.tsx";
import type { Mail, MailParts } from "./rendered-mail.ts";

/** A mail as its reader gets it: as it was handed over, else as it would be now; null when it says nothing any longer. */
export async function readMail(parts: MailParts & { from: string }, mail: Mail): Promise<OutgoingMail | null> {
  const kept = mail.sealedContent === null ? null : openMail(parts.keys, mail.sealedContent);
  if (kept) return kept;
  const rendered = await renderMail(parts, mail);
  return rendered && composeMail(parts, mail, rendered);
}

/** Every address the mail's text names, in its order. */
export const linksOf = (text: string): string[] => [...new Set(text.match(/https?:\/\/[^\s<>"')\]]*[\w/=-]/g) ?? [])];
