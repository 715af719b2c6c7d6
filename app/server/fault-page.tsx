import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { paths } from "#app/http/paths.ts";
import "#app/i18n/catalogs.server.ts";
import { LocaleProvider, useLocale, useT } from "#app/i18n/locale.tsx";
import { directionOf, type Locale } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.ts";
import { Logo } from "#app/ui/logo.tsx";

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
    <html lang={locale} dir={directionOf(locale)}>
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
          <Fault status={status} reference={reference}>
            {again && <AgainForm {...again} signInFirst={status === 401} />}
          </Fault>
        </LocaleProvider>
      </body>
    </html>
  );
  return `<!doctype html>${renderToStaticMarkup(page)}`;
}

function words(status: number, t: ReturnType<typeof translator>): { title: string; advice: string } {
  if (status === 401) return { title: t("common:fault.401.title"), advice: t("common:fault.401.advice") };
  if (status === 404) return { title: t("common:fault.404.title"), advice: t("common:fault.404.advice") };
  if (status === 410) return { title: t("common:fault.410.title"), advice: t("common:fault.410.advice") };
  if (status === 503) return { title: t("common:fault.503.title"), advice: t("common:refusal.laterAdvice") };
  if (status >= 500) return { title: t("common:fault.500.title"), advice: t("common:fault.500.advice") };
  const kind = status === 403 ? "foreign" : status === 413 ? "tooLarge" : "unreadable";
  return { title: t(`common:refusal.${kind}.title`), advice: t(`common:refusal.${kind}.advice`) };
}

/** The plain frame of the site, without the parts of it that know which route they are on. */
function Fault({
  status,
  reference,
  children,
}: {
  status: number;
  reference: string | undefined;
  children: ReactNode;
}) {
  const t = useT();
  const home = paths.home(useLocale());
  const { title, advice } = words(status, t);
  return (
    <>
      <header className="site-header">
        <div className="wrap plain-bar">
          <a href={home} className="brand">
            <Logo />
            <span className="brand-name">{t("common:brand")}</span>
          </a>
        </div>
      </header>
      <main id="main" className="wrap plain-main">
        <div className="fault">
          <h1>{title}</h1>
          <p className="lede">{advice}</p>
          {children ?? (
            <p className="fault-actions">
              <a href={home} className="btn btn-primary">
                {t("common:fault.home")}
              </a>
            </p>
          )}
          {reference && <p className="fault-reference">{t("common:fault.reference", { reference })}</p>}
        </div>
      </main>
    </>
  );
}

/** Files and passwords are not echoed. */
function AgainForm({ action, form, signInFirst }: { action: string; form: FormData; signInFirst: boolean }) {
  const t = useT();
  const locale = useLocale();
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
        {signInFirst && (
          <a href={paths.signIn(locale)} target="_blank" rel="noopener" className="btn btn-primary">
            {t("common:fault.sign_in")}
          </a>
        )}
        <button className={signInFirst ? "btn btn-secondary" : "btn btn-primary"}>{t("common:fault.again")}</button>
      </p>
    </form>
  );
}
