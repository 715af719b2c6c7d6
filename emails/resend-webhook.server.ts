import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { DeliveryNews } from "#app/domain/mail/suppressing.server.ts";

/** Older messages may be somebody's recording. */
const TOLERANCE_SECONDS = 5 * 60;

const Message = z.object({
  type: z.string(),
  created_at: z.coerce.date(),
  data: z.object({
    to: z.array(z.string().max(320)).max(50).default([]),
    tags: z.record(z.string(), z.string()).optional(),
    bounce: z.object({ type: z.string() }).optional(),
  }),
});

/**
 * What Resend tells of a mail, from a request's raw body; null when it is not theirs, or old. Signed as Svix does
 * (https://docs.svix.com/receiving/verifying-payloads/how-manual): a key of either age may have signed it.
 */
export function readResendWebhook(
  body: string,
  headers: Headers,
  { secret, now }: { secret: string; now: Date },
): DeliveryNews | null {
  const messageId = headers.get("svix-id") ?? "";
  const timestamp = headers.get("svix-timestamp") ?? "";
  if (!/^[\w-]{1,100}$/.test(messageId) || !/^\d{1,11}$/.test(timestamp)) return null;
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > TOLERANCE_SECONDS) return null;
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const right = createHmac("sha256", key).update(`${messageId}.${timestamp}.${body}`).digest();
  const given = (headers.get("svix-signature") ?? "").split(" ").filter((each) => each.startsWith("v1,"));
  if (!given.some((each) => isSame(Buffer.from(each.slice(3), "base64"), right))) return null;
  return readNews(body, messageId);
}

const isSame = (given: Buffer, right: Buffer) => given.length === right.length && timingSafeEqual(given, right);

function readNews(body: string, messageId: string): DeliveryNews | null {
  const message = Message.safeParse(parsed(body));
  if (!message.success) return null;
  const { type, created_at: at, data } = message.data;
  const mailId = z.uuid().safeParse(data.tags?.mail_id).data ?? null;
  return { messageId, reason: reasonOf(type, data.bounce?.type), addresses: data.to, mailId, at };
}

/** A full mailbox may empty again: only a bounce for good counts. */
function reasonOf(type: string, bounce: string | undefined): DeliveryNews["reason"] {
  if (type === "email.complained") return "complained";
  return type === "email.bounced" && bounce === "Permanent" ? "bounced" : null;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
