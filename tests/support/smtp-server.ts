import { SMTPServer } from "smtp-server";
import type { AddressInfo } from "node:net";

export interface ReceivedMail {
  from: string;
  /** Who the envelope names: where it would arrive. */
  recipients: string[];
  /** Head and body as they came over the wire. */
  raw: string;
  /** Names of the head's fields, in lower case. */
  fields: string[];
}

/** What a mail meets: refused for now or for good, cut off before its content, or after it was taken. */
export type SmtpFault = "greylisted" | "unknown_mailbox" | "cut" | "cut_after";

export interface TestSmtp {
  url: string;
  received: ReceivedMail[];
  faults: SmtpFault[];
  stop(): Promise<void>;
}

const FAULTS = { greylisted: 451, unknown_mailbox: 550 };

/** A mail server on a free port that keeps what it is sent. */
export async function startSmtp(): Promise<TestSmtp> {
  const smtp: TestSmtp = {
    ...{ url: "", received: [], faults: [] },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  let cutAfter = false;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onRcptTo(_address, session, done) {
      const fault = smtp.faults.shift();
      if (fault === "cut") return void connectionOf(session.id)?.destroy();
      cutAfter = fault === "cut_after";
      if (fault !== "greylisted" && fault !== "unknown_mailbox") return done();
      done(Object.assign(new Error(fault), { responseCode: FAULTS[fault] }));
    },
    onData(stream, session, done) {
      let raw = "";
      stream.on("data", (chunk: Buffer) => (raw += chunk.toString("utf8")));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        const head = raw.split("\r\n\r\n")[0] ?? "";
        smtp.received.push({
          from: mailFrom ? mailFrom.address : "",
          recipients: rcptTo.map(({ address }) => address),
          raw,
          fields: [...head.matchAll(/^([\w-]+):/gm)].map(([, name]) => name!.toLowerCase()),
        });
        if (cutAfter) connectionOf(session.id)?.destroy();
        else done();
      });
    },
  });
  const connectionOf = (id: string) =>
    [...(server as unknown as { connections: Set<{ id: string; _socket: { destroy(): void } }> }).connections].find(
      (connection) => connection.id === id,
    )?._socket;
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  smtp.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  return smtp;
}
