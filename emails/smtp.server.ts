import { PassThrough } from "node:stream";
import { createTransport } from "nodemailer";
import type { Answer, Delivery } from "./delivery.ts";

const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** Any mail server, by `smtp(s)://user:password@host:port`. It does not know a mail again. */
export function smtpDelivery({ url, ...timeouts }: { url: string } & Partial<typeof TIMEOUTS>): Delivery {
  return {
    knowsItAgain: false,
    keepsContent: false,
    async deliver({ id, from, to, replyTo, subject, html, text, headers }) {
      const transport = createTransport({
        ...{ url, ...TIMEOUTS, ...timeouts },
        ...{ disableFileAccess: true, disableUrlAccess: true },
      });
      // Nodemailer says "connection closed" alike before and after the mail was on its way.
      let begun = false;
      transport.use("stream", (mail, next) => {
        mail.message.transform(() => {
          begun = true;
          return new PassThrough();
        });
        next();
      });
      // The same at every try, so that mail programs see one mail where there are two after all.
      const messageId = `<${id}@${from.address.split("@")[1]}>`;
      const envelope = { from: from.address, to };
      const message = { messageId, envelope, from, to: { name: "", address: to }, subject, html, text, headers };
      try {
        await transport.sendMail({ ...message, ...(replyTo !== null && { replyTo }) });
        return { answer: "yes", providerId: null };
      } catch (error) {
        return readFailure(error as Failure, begun);
      }
    },
  };
}

type Failure = Error & { code?: string; responseCode?: number };

function readFailure({ code, responseCode }: Failure, begun: boolean): Answer {
  if (code === "EAUTH") return { answer: "later", problem: "credentials_refused" };
  if (responseCode !== undefined && responseCode >= 500) return { answer: "no", problem: "refused" };
  if (responseCode !== undefined && responseCode >= 400) return { answer: "later", problem: "rate_limited" };
  return begun ? { answer: "unknown", problem: "no_answer" } : { answer: "later", problem: "no_connection" };
}
