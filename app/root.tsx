import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import latinFont from "@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url";
import enhanceUrl from "#app/enhance/main.ts?worker&url";
import { paths } from "#app/http/paths.ts";
import { LocaleProvider, useT } from "#app/i18n/locale.tsx";
import { DEFAULT_LOCALE, directionOf } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.ts";
import { FaultPage, faultTitle } from "#app/ui/fault-page.tsx";
import { PlainLayout } from "#app/ui/plain-layout.tsx";
import "./styles/app.css";

/**
 * The document around every page. A route whose `handle.hydrate` is true is a desk: it gets the framework's scripts.
 * All others are complete as HTML and get one small script that makes their links and forms quicker; they are cached
 * and shared, so nothing here reads a session. A route with `handle.frame` or `handle.hydrate` brings its own header.
 */
export interface RouteHandle {
  hydrate?: boolean;
  frame?: boolean;
}

export const links: LinksFunction = () => [
  { rel: "preload", href: latinFont, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
];

/** Of pages that say none of their own, faults above all. */
export const meta: MetaFunction<typeof loader> = ({ data, error }) => {
  const t = translator(data?.locale ?? DEFAULT_LOCALE);
  return [{ title: error ? `${faultTitle(t, statusOf(error))} · ${t("brand")}` : t("brand") }];
};

export function loader({ context }: LoaderFunctionArgs) {
  return { locale: context.locale, nonce: context.nonce, requestId: context.requestId };
}

// The nonce of the first document is the one the browser knows.
export const shouldRevalidate = () => false;

const useHandles = () => useMatches().map(({ handle }) => (handle ?? {}) as RouteHandle);

export function Layout({ children }: { children: React.ReactNode }) {
  const root = useRouteLoaderData<typeof loader>("root");
  const locale = root?.locale ?? DEFAULT_LOCALE;
  const hydrate = useHandles().some((handle) => handle.hydrate);
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#0a4639" />
        <meta name="format-detection" content="telephone=no" />
        <Meta />
        <Links />
        <SiteIcons />
        {!hydrate && <script type="module" src={enhanceUrl} />}
      </head>
      <body>
        <LocaleProvider locale={locale}>
          <SkipLink />
          {children}
        </LocaleProvider>
        {hydrate && (
          <>
            <ScrollRestoration nonce={root?.nonce} />
            <Scripts nonce={root?.nonce} />
          </>
        )}
      </body>
    </html>
  );
}

/** Ours, or those of the district whose page it is. */
function SiteIcons() {
  const district = useMatches().find(({ id }) => id === "routes/$district")?.data;
  const own = (district as { icons?: { favicon: string; touchIcon: string } | null } | undefined)?.icons;
  return (
    <>
      {own ? null : <link rel="icon" href="/favicon.svg" type="image/svg+xml" />}
      <link rel="icon" href={own ? paths.picture(own.favicon) : "/favicon-32.png"} sizes="32x32" type="image/png" />
      <link rel="apple-touch-icon" href={own ? paths.picture(own.touchIcon) : "/apple-touch-icon.png"} />
    </>
  );
}

function SkipLink() {
  const t = useT();
  return (
    <a href="#main" className="skip-link">
      {t("nav.skip")}
    </a>
  );
}

export default function App() {
  const framed = useHandles().some(({ hydrate, frame }) => hydrate || frame);
  return framed ? (
    <Outlet />
  ) : (
    <PlainLayout>
      <Outlet />
    </PlainLayout>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const reference = useRouteLoaderData<typeof loader>("root")?.requestId;
  return <FaultPage status={statusOf(error)} reference={reference} />;
}

const statusOf = (error: unknown) => (isRouteErrorResponse(error) ? error.status : 500);
