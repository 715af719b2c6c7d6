import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound } from "#app/http/id-param.ts";
import { mailOf, requireOutbox } from "#app/http/outbox.server.ts";

/** Styles of its own as in a mail program, and nothing else: no script, no picture from elsewhere, no form. */
const POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src data:",
  "sandbox allow-popups allow-popups-to-escape-sandbox",
  "frame-ancestors 'self'",
].join("; ");

export async function loader(args: LoaderFunctionArgs) {
  requireOutbox(args);
  const { content } = await mailOf(args);
  if (!content) throw notFound();
  const headers = { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": POLICY };
  return new Response(content.html, { headers });
}
