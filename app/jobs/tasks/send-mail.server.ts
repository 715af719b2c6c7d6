import { eq } from "drizzle-orm";
import {
  beginTry,
  giveUp,
  hasBeenTriedLongEnough,
  isSuppressed,
  noteSent,
  postpone,
  waitBefore,
} from "#app/domain/mail/sending.server.ts";
import { isWanted } from "#app/domain/mail/preferences.server.ts";
import { mails } from "#db/schema/mail.ts";
import type { Delivery } from "#emails/delivery.ts";
import { deliveryBy } from "#emails/delivery.server.ts";
import { composeMail, openMail, sealMail, type OutgoingMail } from "#emails/outgoing-mail.ts";
import { renderMail } from "#emails/render.server.tsx";
import type { Mail } from "#emails/rendered-mail.ts";
import type { JobPayloads } from "../job-payloads.ts";
import type { JobParts } from "../parts.ts";

export type MailJobParts = Pick<JobParts, "db" | "keys" | "origin" | "mail" | "log">;

/**
 * Renders a mail and hands it over, once: what may have arrived is sent again only to whom knows it again, with the
 * same words, and otherwise left to a person.
 */
export async function sendMail(
  parts: MailJobParts,
  { mailId }: JobPayloads["send-mail"],
  { delivery = deliveryBy(parts.mail, parts.db), now = new Date() }: { delivery?: Delivery; now?: Date } = {},
): Promise<void> {
  const { db, keys, log } = parts;
  const [mail] = await db.select().from(mails).where(eq(mails.id, mailId));
  if (!mail || (mail.state !== "waiting" && mail.state !== "sending")) return;

  const content = await contentOf(parts, mail, delivery, now);
  if ("state" in content) {
    if (content.state === "parked") log.error({ mailId, kind: mail.kind, problem: content.problem }, "mail parked");
    return giveUp(db, mail, content);
  }
  const attempt = await beginTry(db, mail, sealMail(keys, content), now);
  if (!attempt) return;

  const answer = await delivery.deliver(content);
  if (answer.answer === "yes")
    return noteSent(db, attempt, { ...answer, keepContent: delivery.keepsContent, now: new Date() });
  const { problem } = answer;
  log.warn({ mailId, kind: mail.kind, problem, attempt: attempt.attempts }, "mail not sent");
  const mayHaveArrived = answer.answer === "unknown";
  if (answer.answer === "no" || (mayHaveArrived && !delivery.knowsItAgain))
    return giveUp(db, attempt, { state: "parked", problem });
  const afterMs = Math.max(answer.afterMs ?? 0, waitBefore(attempt.attempts));
  return postpone(db, attempt, { problem, mayHaveArrived, afterMs });
}

type Ended = Parameters<typeof giveUp>[2];

/** What is to be handed over, or why nothing is. */
async function contentOf(
  { db, keys, origin, mail: { from } }: MailJobParts,
  mail: Mail,
  delivery: Delivery,
  now: Date,
): Promise<OutgoingMail | Ended> {
  const tooLong = hasBeenTriedLongEnough(mail, now);
  if (mail.state === "sending") {
    // The process ended between handing it over and hearing the answer, or there was none.
    const earlier = mail.sealedContent === null ? null : openMail(keys, mail.sealedContent);
    const mayTryAgain = delivery.knowsItAgain && earlier !== null && !tooLong;
    return mayTryAgain ? earlier : { state: "parked", problem: mail.problem ?? "in_doubt" };
  }
  const rendered = (await isWanted(db, mail)) ? await renderMail({ db, keys, origin, now }, mail) : null;
  if (!rendered) return { state: "dropped", problem: null };
  if (tooLong) return { state: "parked", problem: mail.problem };
  if (await isSuppressed(db, rendered.to)) return { state: "suppressed", problem: null };
  return composeMail({ keys, origin, from }, mail, rendered) ?? { state: "parked", problem: "no_address" };
}
