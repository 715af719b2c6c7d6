import { createHash } from "node:crypto";
import "#app/i18n/catalogs.server.ts";
import { paths } from "#app/http/paths.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { translator, type Translate } from "#app/i18n/translator.ts";

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
  const { title, advice } = words(status, t);
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>${escape(title)}</title><style>${STYLE}</style></head>
<body><main><h1>${escape(title)}</h1><p>${escape(advice)}</p>
${reference ? `<p>${escape(t("common:fault.reference", { reference }))}</p>` : ""}
${again ? againForm(again, t("common:refusal.keptTyped"), t("common:fault.again")) : ""}
<p><a href="${paths.home(locale)}">${escape(t("common:fault.home"))}</a></p></main></body></html>`;
}

function words(status: number, t: Translate): { title: string; advice: string } {
  if (status === 503) return { title: t("common:fault.503.title"), advice: t("common:fault.503.advice") };
  if (status >= 500) return { title: t("common:fault.500.title"), advice: t("common:fault.500.advice") };
  const kind = status === 403 ? "foreign" : status === 413 ? "tooLarge" : "unreadable";
  return { title: t(`common:refusal.${kind}.title`), advice: t(`common:refusal.${kind}.advice`) };
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
