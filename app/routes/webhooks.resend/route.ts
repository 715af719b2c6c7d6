import type { ActionFunctionArgs } from "@remix-run/node";
import { hearOfDelivery } from "#app/domain/mail/suppressing.server.ts";
import { notFound } from "#app/http/id-param.ts";
import { readResendWebhook } from "#emails/resend-webhook.server.ts";

/** Resend tells what became of mails. Only what carries its signature is believed; a second time changes nothing. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { db, now, webhookSecret } = context;
  if (webhookSecret === null) throw notFound();
  const news = readResendWebhook(await request.text(), request.headers, { secret: webhookSecret, now });
  if (!news) return new Response(null, { status: 401 });
  await hearOfDelivery({ db, now, actor: { kind: "system", userId: null } }, news);
  return new Response(null, { status: 204 });
}
