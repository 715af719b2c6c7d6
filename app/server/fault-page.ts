import { createHash } from "node:crypto";
import "#app/i18n/catalogs.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.ts";

/**
 * The page for what no route answers: refused requests, a database that is away, bugs. It needs neither React nor
 * the database, and never shows what went wrong inside.
 */
interface FaultPage {
  status: number;
  locale: Locale;
  /** Shown with a bug, so that a reader can say which. */
  reference?: string;
  /** What a reader had typed: sent again by one button, under the same idempotency key. */
  again?: { action: string; form: FormData };
}

const STYLE = `:root{color-scheme:light}body{font:1.125rem/1.6 system-ui,sans-serif;color:#16202b;background:#f7f6f2;margin:0}
main{max-width:38rem;margin:0 auto;padding:4rem 1.25rem}h1{font-size:1.75rem;line-height:1.25}
button{font:inherit;font-weight:600;color:#fff;background:#14507a;border:0;border-radius:.5rem;padding:.75rem 1.25rem;cursor:pointer}
button:focus-visible,a:focus-visible{outline:3px solid #14507a;outline-offset:3px}a{color:#14507a}code{font-size:1rem}`;

/** For the policy of this page alone. */
export const FAULT_STYLE_HASH = `sha256-${createHash("sha256").update(STYLE).digest("base64")}`;

export function faultPage({ status, locale, reference, again }: FaultPage): string {
  const t = translator(locale);
  const { title, body } = words(status, t);
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>${escape(title)}</title><style>${STYLE}</style></head>
<body><main><h1>${escape(title)}</h1><p>${escape(body)}</p>
${reference ? `<p>${escape(t("common:fault.reference"))} <code>${escape(reference)}</code></p>` : ""}
${again ? againForm(again, t("common:fault.keptTyped"), t("common:fault.tryAgain")) : ""}
<p><a href="${locale === "en" ? "/" : `/${locale}`}">${escape(t("common:fault.home"))}</a></p></main></body></html>`;
}

function words(status: number, t: ReturnType<typeof translator>): { title: string; body: string } {
  if (status === 503) return { title: t("common:fault.laterTitle"), body: t("common:fault.laterBody") };
  if (status >= 500) return { title: t("common:fault.bugTitle"), body: t("common:fault.bugBody") };
  if (status === 403) return { title: t("common:fault.foreignTitle"), body: t("common:fault.foreignBody") };
  if (status === 413) return { title: t("common:fault.tooLargeTitle"), body: t("common:fault.tooLargeBody") };
  return { title: t("common:fault.refusedTitle"), body: t("common:fault.refusedBody") };
}

/** Files and passwords are not echoed. */
function againForm({ action, form }: NonNullable<FaultPage["again"]>, kept: string, tryAgain: string): string {
  const fields = [...form].flatMap(([name, value]) =>
    typeof value === "string" && !/password/i.test(name)
      ? [`<input type="hidden" name="${escape(name)}" value="${escape(value)}">`]
      : [],
  );
  return `<form method="post" action="${escape(action)}">${fields.join("")}<p>${escape(kept)}</p>
<p><button>${escape(tryAgain)}</button></p></form>`;
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escape = (text: string) => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
