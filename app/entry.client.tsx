import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode, useEffect, type ReactNode } from "react";
import { hydrateRoot } from "react-dom/client";
import { DEFAULT_LOCALE, isLocale, type Locale } from "#app/i18n/locales.ts";
import { registerCatalog, type Catalog } from "#app/i18n/translator.ts";
import { leaveEarlyEventsToBrowser } from "#app/http/early-events.ts";
import { sendAgainAsPage } from "#app/http/send-as-page.ts";

/** A browser loads the one language its page is written in, before React compares the page with what it would draw. */
const CATALOGS: Record<Locale, () => Promise<Catalog>> = {
  en: () => import("#app/i18n/catalogs/en.ts").then(({ en }) => en),
  es: () => import("#app/i18n/catalogs/es.ts").then(({ es }) => es),
};

async function hydrate() {
  const { lang } = document.documentElement;
  const locale = isLocale(lang) ? lang : DEFAULT_LOCALE;
  registerCatalog(locale, await CATALOGS[locale]());
  const comeAlive = leaveEarlyEventsToBrowser();
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <Alive onAlive={comeAlive}>
          <RemixBrowser />
        </Alive>
      </StrictMode>,
    );
  });
}

/** Its effect runs once the page is drawn. Around it, not beside: a sibling would give every `useId` another name. */
function Alive({ onAlive, children }: { onAlive: () => void; children: ReactNode }) {
  useEffect(onAlive, [onAlive]);
  return children;
}

sendAgainAsPage();
void hydrate();
