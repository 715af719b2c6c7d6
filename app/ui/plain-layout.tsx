import type { ReactNode } from "react";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { LanguageLink } from "./language-link.tsx";
import { Logo } from "./logo.tsx";

/** For pages that belong to no district and no desk: signing in, choosing a district, faults. `wide`: to the edges. */
export function PlainLayout({ wide = false, children }: { wide?: boolean; children: ReactNode }) {
  const t = useT();
  const locale = useLocale();
  return (
    <>
      <header className="site-header">
        <div className="wrap plain-bar">
          <a href={paths.home(locale)} className="brand">
            <Logo />
            <span className="brand-name">{t("brand")}</span>
          </a>
          <LanguageLink />
        </div>
      </header>
      <main id="main" tabIndex={-1} className={wide ? "district-main" : "wrap plain-main"}>
        {children}
      </main>
      <footer className="wrap desk-footer">
        <a href={paths.privacy(locale)}>{t("people:retention.title")}</a>
      </footer>
    </>
  );
}
