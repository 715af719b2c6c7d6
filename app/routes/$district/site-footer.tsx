import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { Logo } from "#app/ui/logo.tsx";

interface Contact {
  email: string;
  office: string | null;
  phone: string | null;
  address: string | null;
}

/** What a reader may ask about the list, on every page of it. */
export function SiteFooter({ slug, name, contact }: { slug: string; name: string; contact: Contact }) {
  const t = useT();
  const locale = useLocale();
  const links = [
    [paths.howItWorks(locale, slug), t("site:how.title")],
    [paths.forParents(locale, slug), t("site:parents.title")],
    [paths.pathways(locale, slug), t("interests:matches.filters.pathway")],
    [paths.publicPartners(locale, slug), t("profile:public.all")],
    [paths.editions(locale, slug), t("editions:all.title")],
    [paths.accessibility(locale, slug), t("site:accessibility.title")],
    [paths.api.about(locale), t("programs:link")],
    [paths.privacy(locale), t("people:retention.title")],
  ] as const;
  return (
    <footer className="site-footer">
      <div className="wrap">
        <div className="footer-columns">
          <nav aria-labelledby="footer-more">
            <h2 id="footer-more">{t("site:nav.menu_title")}</h2>
            <ul className="footer-links">
              {links.map(([href, words]) => (
                <li key={href}>
                  <a href={href}>{words}</a>
                </li>
              ))}
            </ul>
          </nav>
          <section>
            <h2>{t("footer.checked_title")}</h2>
            <p>{t("footer.checked", { district: name })}</p>
            <h2 className="footer-second">{t("footer.privacy_title")}</h2>
            <p>{t("footer.privacy")}</p>
          </section>
          <section>
            <h2>{t("footer.contact_title")}</h2>
            <ContactLines {...contact} />
            <h2 className="footer-second">{t("footer.partners_title")}</h2>
            <p>
              {t("footer.partners")} <a href={paths.join.home(locale)}>{t("footer.join")}</a>
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

function ContactLines({ email, office, phone, address }: Contact) {
  const t = useT();
  return (
    <address className="footer-contact">
      <p>
        {office ? t("front:contact.office", { office }) : t("footer.contact")} <a href={`mailto:${email}`}>{email}</a>
      </p>
      {phone && (
        <p>
          {t("front:contact.call")} <a href={`tel:${dialled(phone)}`}>{phone}</a>
        </p>
      )}
      {address && (
        <p>
          {t("front:contact.visit")} {address}
        </p>
      )}
    </address>
  );
}

/** Without what people write between the digits; an extension is for a person to dial. */
const dialled = (phone: string) => phone.replace(/[x#].*$/i, "").replace(/[^\d+]/g, "");
