import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { findOwnWords } from "#app/domain/districts/own-words.server.ts";
import type { ShownPicture } from "#app/domain/files/picture.ts";
import { describePicture } from "#app/domain/files/pictures.server.ts";
import { paths } from "#app/http/paths.ts";
import { DistrictWords, useLocale, useT } from "#app/i18n/locale.tsx";
import { DEFAULT_LOCALE } from "#app/i18n/locales.ts";
import { Icon, type IconName } from "#app/ui/icon.tsx";
import { LanguageLink } from "#app/ui/language-link.tsx";
import { Logo } from "#app/ui/logo.tsx";
import { Picture } from "#app/ui/picture.tsx";

export const handle = { frame: true };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const district = await getDistrictBySlug(context.db, params.district ?? "");
  if (!district) throw new Response(null, { status: 404 });
  const { slug, name, contactEmail, color, logoId, logoAlt } = district;
  const [words, logo] = await Promise.all([
    findOwnWords(context.db, district, context.locale),
    describePicture(context.db, { pictureId: logoId, pictureAlt: logoAlt }),
  ]);
  return { slug, name, contactEmail, words, logo, theme: color && paths.theme(slug, color) };
}

export default function DistrictFrame() {
  const { slug, name, contactEmail, words, logo, theme } = useLoaderData<typeof loader>();
  return (
    <DistrictWords words={words}>
      {theme && <link rel="stylesheet" href={theme} />}
      <Header slug={slug} name={name} logo={logo} />
      <main id="main" tabIndex={-1} className="district-main">
        <Outlet />
      </main>
      <Footer slug={slug} name={name} contactEmail={contactEmail} />
    </DistrictWords>
  );
}

function Header({ slug, name, logo }: { slug: string; name: string; logo: ShownPicture | null }) {
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
          <a href={paths.signIn(locale)} data-account={t("nav.my_desk")}>
            <Icon name="log-in" />
            <span>{t("nav.sign_in")}</span>
          </a>
        </nav>
      </div>
    </header>
  );
}

function NavLink({ to, below, icon, children }: { to: string; below: string; icon: IconName; children: string }) {
  const { pathname } = useLocation();
  return (
    <a href={to} aria-current={pathname === below ? "page" : pathname.startsWith(`${below}/`) ? "true" : undefined}>
      <Icon name={icon} />
      {children}
    </a>
  );
}

function Footer({ slug, name, contactEmail }: { slug: string; name: string; contactEmail: string }) {
  const t = useT();
  const locale = useLocale();
  return (
    <footer className="site-footer">
      <div className="wrap">
        <div className="footer-columns">
          <section>
            <h2>{t("footer.checked_title")}</h2>
            <p>{t("footer.checked", { district: name })}</p>
          </section>
          <section>
            <h2>{t("footer.contact_title")}</h2>
            <p>
              {t("footer.contact")} <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
            </p>
          </section>
          <section>
            <h2>{t("footer.partners_title")}</h2>
            <p>
              {t("footer.partners")} <a href={paths.join.home(locale)}>{t("footer.join")}</a>
            </p>
            <p>
              <a href={paths.publicPartners(locale, slug)}>{t("profile:public.all")}</a>
            </p>
          </section>
          <section>
            <h2>{t("footer.privacy_title")}</h2>
            <p>
              {t("footer.privacy")} <a href={paths.privacy(locale)}>{t("people:retention.title")}</a>
            </p>
          </section>
        </div>
        <p className="footer-end">
          <Logo />
          {t("footer.made", { district: name })}
        </p>
      </div>
    </footer>
  );
}
