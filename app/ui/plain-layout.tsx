import type { ReactNode } from "react";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { paths } from "#app/http/paths.ts";
import { Logo } from "./logo.tsx";

/** For pages that belong to no district and no desk: signing in, choosing a district, faults. */
export function PlainLayout({ children }: { children: ReactNode }) {
  const t = useT();
  const locale = useLocale();
  return (
    <>
      <header className="site-header">
        <div className="wrap site-bar">
          <a href={paths.home(locale)} className="brand">
            <Logo />
            <span className="brand-name">{t("brand")}</span>
          </a>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="wrap plain-main">
        {children}
      </main>
    </>
  );
}
