import type { OutgoingMail } from "./outgoing-mail.ts";

/** Why it did not go: a short word, never a provider's text, which may quote an address. */
export type Problem =
  | "rate_limited"
  | "quota_used_up"
  | "credentials_refused"
  | "no_connection"
  | "no_answer"
  | "provider_fault"
  | "still_under_way"
  | "key_used_for_another"
  | "refused";

export type Answer =
  | { answer: "yes"; providerId: string | null }
  /** It was not taken: it may be said anew, in other words even. */
  | { answer: "later"; problem: Problem; afterMs?: number }
  /** Nobody knows whether it was taken. */
  | { answer: "unknown"; problem: Problem; afterMs?: number }
  /** It was not taken and never will be as it is. */
  | { answer: "no"; problem: Problem };

/** A way for mail to leave. */
export interface Delivery {
  /** Whether the same mail, sent again, is known to be the same, so that after an `unknown` it may be. */
  knowsItAgain: boolean;
  /** Whether what was sent stays readable here. */
  keepsContent: boolean;
  /** Never throws for what the other side does. */
  deliver(mail: OutgoingMail): Promise<Answer>;
}
