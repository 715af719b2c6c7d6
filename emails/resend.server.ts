import { Resend, type ErrorResponse } from "resend";
import type { Answer, Delivery } from "./delivery.ts";
import type { OutgoingMail } from "./outgoing-mail.ts";

export interface ResendParts {
  apiKey: string;
  /** Undefined: Resend's own. */
  baseUrl: string | undefined;
  /** Waits until another request may be made. */
  turn: () => Promise<void>;
  timeoutMs?: number;
}

const TIMEOUT_MS = 10_000;
const QUOTA_MS = 60 * 60_000;

/**
 * Resend knows a mail again by its id for 24 hours, as long as it says the same. Its SDK neither throws, nor waits, nor
 * gives up by itself.
 */
export function resendDelivery({ apiKey, baseUrl, turn, timeoutMs = TIMEOUT_MS }: ResendParts): Delivery {
  const resend = new Resend(apiKey, { baseUrl });
  return {
    knowsItAgain: true,
    keepsContent: false,
    async deliver(mail) {
      await turn();
      const signal = AbortSignal.timeout(timeoutMs);
      const { data, error, headers } = await resend.emails.send(bodyOf(mail), { idempotencyKey: mail.id, signal });
      return error ? readRefusal(error, headers) : { answer: "yes", providerId: data.id };
    },
  };
}

const bodyOf = ({ id, from, to, replyTo, subject, html, text, headers }: OutgoingMail) => ({
  from: from.name ? `"${from.name}" <${from.address}>` : from.address,
  to: [to],
  ...(replyTo !== null && { replyTo }),
  ...{ subject, html, text, headers },
  // Comes back with what the provider tells of it later.
  tags: [{ name: "mail_id", value: id }],
});

function readRefusal({ name, statusCode }: ErrorResponse, headers: Record<string, string> | null): Answer {
  const seconds = Number(headers?.["retry-after"]);
  const afterMs = seconds > 0 ? seconds * 1_000 : undefined;
  if (statusCode === null) return { answer: "unknown", problem: "no_answer" };
  if (statusCode === 429 && /quota/.test(name))
    return { answer: "later", problem: "quota_used_up", afterMs: afterMs ?? QUOTA_MS };
  if (statusCode === 429) return { answer: "later", problem: "rate_limited", afterMs };
  if (name === "concurrent_idempotent_requests") return { answer: "unknown", problem: "still_under_way", afterMs };
  // What was taken under this key said something else.
  if (statusCode === 409) return { answer: "no", problem: "key_used_for_another" };
  if (statusCode === 401 || statusCode === 403) return { answer: "later", problem: "credentials_refused" };
  if (statusCode >= 500) return { answer: "unknown", problem: "provider_fault", afterMs };
  return { answer: "no", problem: "refused" };
}
