import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import "#app/i18n/catalogs.server.ts";
import { LocaleProvider, useT } from "#app/i18n/locale.tsx";
import type { Locale } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.ts";
import { FaultPage } from "#app/ui/fault-page.tsx";
import { PlainLayout } from "#app/ui/plain-layout.tsx";

/**
 * The page for what no route answers: refused requests, a database that is away, bugs. It is drawn without a route
 * and without the database, and never shows what went wrong inside.
 */
interface FaultDocument {
  status: number;
  locale: Locale;
  /** Addresses of the site's style sheets. */
  styles: string[];
  /** Shown with a bug, so that a reader can say which. */
  reference?: string | undefined;
  /** What a reader had typed: sent again by one button, under the same idempotency key. */
  again?: { action: string; form: FormData } | undefined;
}

export function faultDocument({ status, locale, styles, reference, again }: FaultDocument): string {
  const title = words(status, translator(locale)).title;
  const page = (
    <html lang={locale} dir="ltr">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        {styles.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
      </head>
      <body>
        <LocaleProvider locale={locale}>
          {again || status < 500 ? (
            <Refused status={status}>{again && <AgainForm {...again} />}</Refused>
          ) : (
            <FaultPage status={status} reference={reference} />
          )}
        </LocaleProvider>
      </body>
    </html>
  );
  return `<!doctype html>${renderToStaticMarkup(page)}`;
}

function words(status: number, t: ReturnType<typeof translator>): { title: string; advice: string } {
  if (status === 503) return { title: t("common:fault.503.title"), advice: t("common:refusal.laterAdvice") };
  if (status >= 500) return { title: t("common:fault.500.title"), advice: t("common:fault.500.advice") };
  const kind = status === 403 ? "foreign" : status === 413 ? "tooLarge" : "unreadable";
  return { title: t(`common:refusal.${kind}.title`), advice: t(`common:refusal.${kind}.advice`) };
}

function Refused({ status, children }: { status: number; children: ReactNode }) {
  const { title, advice } = words(status, useT());
  return (
    <PlainLayout>
      <div className="fault">
        <h1>{title}</h1>
        <p className="lede">{advice}</p>
        {children}
      </div>
    </PlainLayout>
  );
}

/** Files and passwords are not echoed. */
function AgainForm({ action, form }: { action: string; form: FormData }) {
  const t = useT();
  const typed = [...form].flatMap(([name, value]) =>
    typeof value === "string" && !/password/i.test(name) ? [{ name, value }] : [],
  );
  return (
    <form method="post" action={action}>
      {typed.map(({ name, value }, index) => (
        <input key={index} type="hidden" name={name} value={value} />
      ))}
      <p>{t("common:refusal.keptTyped")}</p>
      <p className="fault-actions">
        <button className="btn btn-primary">{t("common:fault.again")}</button>
      </p>
    </form>
  );
}
