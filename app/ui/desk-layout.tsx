import { Link, NavLink, useLocation } from "@remix-run/react";
import { useEffect, useRef, type ReactNode } from "react";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { LOCALES } from "#app/i18n/locales.ts";
import { paths } from "#app/http/paths.ts";
import type { ShownPicture } from "#app/domain/files/picture.ts";
import { Icon, type IconName } from "./icon.tsx";
import { Logo } from "./logo.tsx";
import { Picture } from "./picture.tsx";
import { Working } from "./working.tsx";

export interface DeskLink {
  to: string;
  label: string;
  icon?: IconName;
  /** How many wait there. */
  count?: number;
  /** Marked as current only on this exact address. */
  end?: boolean;
  /** Other addresses whose pages belong to it. */
  also?: readonly string[];
}

/** The frame of a signed-in desk: whose it is, where one can go, and the way out. */
export function DeskLayout({
  title,
  nav,
  more = [],
  account,
  logo = null,
  children,
}: {
  title: string;
  nav: readonly DeskLink[];
  /** What is not needed every day: behind one entry at the end. */
  more?: readonly DeskLink[];
  account: { name: string; detail?: string };
  /** Of the district whose desk it is. */
  logo?: ShownPicture | null;
  children: ReactNode;
}) {
  const t = useT();
  const locale = useLocale();
  return (
    <>
      <header className="desk-header">
        <div className="wrap desk-bar">
          <a href="/" className="brand">
            {logo ? <Picture picture={logo} className="brand-logo" /> : <Logo />}
            <span>
              <span className="brand-name">{t("brand")}</span>
              <span className="brand-place">{title}</span>
            </span>
          </a>
          <DeskNav title={title} nav={nav} more={more} />
          <details className="menu">
            <summary className="desk-link">
              {account.name}
              <Icon name="chevron-down" />
            </summary>
            <div className="menu-panel">
              {account.detail && <p className="menu-detail">{account.detail}</p>}
              <a href={paths.account.home()} className="menu-item">
                <Icon name="users" />
                {t("nav.account")}
              </a>
              <LanguageForm />
              <form method="post" action={paths.signOut()}>
                <button className="menu-item">
                  <Icon name="log-out" />
                  {t("nav.sign_out")}
                </button>
              </form>
            </div>
          </details>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="wrap desk-main">
        {children}
      </main>
      <Working />
      <footer className="wrap desk-footer">
        {t("desk.footer")} <a href={paths.privacy(locale)}>{t("people:retention.title")}</a>
      </footer>
    </>
  );
}

/** On a phone the entries are one row to swipe, so the current one is brought into sight. */
function DeskNav({ title, nav, more }: { title: string; nav: readonly DeskLink[]; more: readonly DeskLink[] }) {
  const row = useRef<HTMLDivElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    const current = row.current?.querySelector<HTMLElement>("[aria-current]");
    if (row.current && current) row.current.scrollLeft = current.offsetLeft - row.current.offsetLeft - 32;
  }, [pathname]);
  return (
    <nav aria-label={title} className="desk-nav">
      <div ref={row} className="desk-nav-row">
        {nav.map(({ to, label, icon, count, end }) => (
          <NavLink key={to} to={to} end={end} className="desk-link">
            {icon && <Icon name={icon} />}
            {label}
            {count ? <span className="count">{count}</span> : null}
          </NavLink>
        ))}
      </div>
      {/* Another page finds it closed. */}
      {more.length > 0 && <MoreLinks key={pathname} links={more} pathname={pathname} />}
    </nav>
  );
}

const isAt = (pathname: string, { to, also = [] }: DeskLink) =>
  [to, ...also].some((address) => pathname === address || pathname.startsWith(`${address}/`));

function MoreLinks({ links, pathname }: { links: readonly DeskLink[]; pathname: string }) {
  const t = useT();
  const current = links.find((link) => isAt(pathname, link));
  return (
    <details className="menu">
      <summary className="desk-link" aria-current={current ? true : undefined}>
        {t("desk.more")}
        <Icon name="chevron-down" />
      </summary>
      <div className="menu-panel">
        {links.map((link) => (
          <Link key={link.to} to={link.to} className="menu-item" aria-current={link === current ? "page" : undefined}>
            {link.icon && <Icon name={link.icon} />}
            {link.label}
          </Link>
        ))}
      </div>
    </details>
  );
}

function LanguageForm() {
  const t = useT();
  const locale = useLocale();
  const { pathname, search } = useLocation();
  return (
    <form method="post" action={paths.account.language()}>
      <input type="hidden" name="next" value={pathname + search} />
      {LOCALES.filter((other) => other !== locale).map((other) => (
        <button key={other} name="language" value={other} lang={other} className="menu-item">
          <Icon name="languages" />
          {t(`language.${other}`)}
        </button>
      ))}
    </form>
  );
}
