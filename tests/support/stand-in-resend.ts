import { createHash, randomUUID } from "node:crypto";
import http, { type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** What goes wrong with one request. `after`: the mail was taken all the same. */
export type ResendFault = "429" | "500" | "500_after" | "cut" | "cut_after" | "silent" | "silent_after" | "slow";

export interface TakenMail {
  id: string;
  key: string;
  from: string;
  to: string[];
  subject: string;
  text: string;
  headers: Record<string, string>;
  tags: { name: string; value: string }[];
}

export interface StandInResend {
  url: string;
  /** Mails that will arrive. */
  taken: TakenMail[];
  /** Statuses answered, in order. */
  answered: number[];
  /** Each of the next requests that passes the rate limit meets one. */
  faults: ResendFault[];
  /** Called when a mail is taken and its yes is about to be said. */
  beforeYes: (mail: TakenMail) => void;
  stop(): Promise<void>;
}

interface Kept {
  digest: string;
  at: number;
  id: string | null;
}

const KEY_LIVES_MS = 24 * 60 * 60_000;
const ADDRESS = /^[^\s<>",;@]+@[^\s<>",;@]+$/;
const SENDER = /^(?:("[^"\r\n]*"|[^<>"\r\n,]+) )?<?([^\s<>",;@]+@[^\s<>",;@]+)>?$/;

/**
 * Stands in for api.resend.com and holds to its rules (https://resend.com/docs/api-reference/errors): a key is known
 * for 24 hours, another body under it is refused, a twin of a request under way too, and so is the third request of a
 * second.
 */
export async function startResend({ perSecond = 2, now = Date.now } = {}): Promise<StandInResend> {
  const kept = new Map<string, Kept>();
  let recent: number[] = [];
  const open = new Set<ServerResponse>();

  const server = http.createServer((incoming, outgoing) => void answer(incoming, outgoing));
  const standIn: StandInResend = {
    ...{ url: "", taken: [], answered: [], faults: [], beforeYes: () => {} },
    async stop() {
      for (const each of open) each.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse) {
    let text = "";
    for await (const chunk of incoming) text += String(chunk);
    const say = (statusCode: number, body: object, headers: Record<string, string> = {}) => {
      standIn.answered.push(statusCode);
      const error = statusCode === 200 ? body : { statusCode, message: "", ...body };
      outgoing.writeHead(statusCode, { "Content-Type": "application/json", ...headers }).end(JSON.stringify(error));
    };
    recent = recent.filter((at) => now() - at < 1_000);
    if (recent.length >= perSecond) return say(429, { name: "rate_limit_exceeded" }, { "Retry-After": "1" });
    recent.push(now());
    if (!/^Bearer re_\w+$/.test(incoming.headers.authorization ?? "")) return say(401, { name: "missing_api_key" });
    if (incoming.url !== "/emails") return say(404, { name: "not_found" });

    const fault = standIn.faults.shift();
    if (fault === "429") return say(429, { name: "rate_limit_exceeded" }, { "Retry-After": "1" });
    if (fault === "500") return say(500, { name: "application_error" });
    if (fault === "cut") return void outgoing.destroy();
    if (fault === "silent") return void open.add(outgoing);

    const mail = JSON.parse(text) as Omit<TakenMail, "id" | "key">;
    const wrong = whatIsWrong(mail);
    if (wrong) return say(422, { name: "validation_error", message: wrong });
    const key = String(incoming.headers["idempotency-key"] ?? randomUUID());
    const digest = createHash("sha256").update(text).digest("hex");
    const earlier = kept.get(key);
    if (earlier && now() - earlier.at < KEY_LIVES_MS) {
      if (earlier.digest !== digest) return say(409, { name: "invalid_idempotent_request" });
      return earlier.id === null ? say(409, { name: "concurrent_idempotent_requests" }) : say(200, { id: earlier.id });
    }
    const entry: Kept = { digest, at: now(), id: null };
    kept.set(key, entry);
    if (fault === "slow") await sleep(400);
    const taken = { ...mail, id: randomUUID(), key };
    entry.id = taken.id;
    standIn.taken.push(taken);
    if (fault === "500_after") return say(500, { name: "application_error" });
    if (fault === "cut_after") return void outgoing.destroy();
    if (fault === "silent_after") return void open.add(outgoing);
    standIn.beforeYes(taken);
    say(200, { id: taken.id });
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  standIn.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return standIn;
}

function whatIsWrong({ from, to, subject, text, headers }: Partial<TakenMail>): string | null {
  if (!from || !SENDER.test(from)) return "from";
  if (!Array.isArray(to) || to.length === 0 || to.length > 50 || !to.every((one) => ADDRESS.test(one))) return "to";
  if (typeof subject !== "string" || /[\r\n]/.test(subject)) return "subject";
  if (!text) return "text";
  const heads = Object.entries(headers ?? {});
  return heads.some(([name, value]) => !/^[\w-]+$/.test(name) || /[\r\n]/.test(value)) ? "headers" : null;
}
