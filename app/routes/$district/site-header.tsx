import { useLocation } from "@remix-run/react";
import type { ShownPicture } from "#app/domain/files/picture.ts";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { DEFAULT_LOCALE } from "#app/i18n/locales.ts";
import { Icon, type IconName } from "#app/ui/icon.tsx";
import { LanguageLink } from "#app/ui/language-link.tsx";
import { Logo } from "#app/ui/logo.tsx";
import { Picture } from "#app/ui/picture.tsx";

export function SiteHeader({ slug, name, logo }: { slug: string; name: string; logo: ShownPicture | null }) {
  const t = useT();
  const locale = useLocale();
  return (
    <header className="site-header">
      <div className="wrap site-bar">
        <a href={paths.district(locale, slug)} className="brand">
          {logo ? <Picture picture={logo} className="brand-logo" /> : <Logo />}
          <span>
            <span className="brand-name">{name}</span>
            <span className="brand-place">{t("brand")}</span>
          </span>
        </a>
        <LanguageLink />
        <nav className="site-nav" aria-label={t("nav.main")}>
          <NavLink to={paths.list(locale, slug)} below={paths.list(DEFAULT_LOCALE, slug)} icon="list">
            {t("nav.list")}
          </NavLink>
          <NavLink to={paths.interests(locale, slug)} below={paths.interests(DEFAULT_LOCALE, slug)} icon="compass">
            {t("nav.interests")}
          </NavLink>
          <NavLink
            to={paths.savedHere(locale, slug)}
            below={paths.savedHere(DEFAULT_LOCALE, slug)}
            icon="bookmark"
            inAccount={paths.account.saved()}
          >
            {t("site:nav.saved")}
          </NavLink>
          <a href={paths.signIn(locale)} data-account={t("nav.my_desk")} data-district={slug}>
            <Icon name="log-in" />
            <span>{t("nav.sign_in")}</span>
          </a>
        </nav>
      </div>
    </header>
  );
}

/** `inAccount`: where it leads whoever is signed in; the page's script sets it. */
function NavLink({
  to,
  below,
  icon,
  inAccount,
  children,
}: {
  to: string;
  below: string;
  icon: IconName;
  inAccount?: string;
  children: string;
}) {
  const { pathname } = useLocation();
  const current = pathname === below ? "page" : pathname.startsWith(`${below}/`) ? "true" : undefined;
  return (
    <a href={to} aria-current={current} data-saved-link={inAccount}>
      <Icon name={icon} />
      {children}
    </a>
  );
}
