import type { LoaderFunctionArgs } from "@remix-run/node";
import { getFromOutbox } from "#app/domain/mail/outbox.server.ts";
import { readMail } from "#emails/read-mail.server.ts";
import { idParam, notFound } from "./id-param.ts";

/** Where mail is sent for real, there is no such page. */
export function requireOutbox({ context }: LoaderFunctionArgs) {
  if (!context.outbox) throw notFound();
}

/** The mail an address names, and what it says; `content` is null when it says nothing any longer. */
export async function mailOf({ params, context }: LoaderFunctionArgs) {
  const mail = await getFromOutbox(context.db, idParam(params, "mailId"));
  if (!mail) throw notFound();
  const { db, keys, origin, now } = context;
  return { mail, content: await readMail({ db, keys, origin, now, from: "outbox@localhost" }, mail) };
}
