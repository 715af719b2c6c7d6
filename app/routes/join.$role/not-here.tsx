import type { FamilyRole } from "#app/domain/people/invitation.ts";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";

interface Where {
  role: FamilyRole;
  district: { slug: string; name: string; contactEmail: string };
}

/** The district asks its families in: whom to ask, and what needs no account. */
export function ByInvitation({ district }: Where) {
  const t = useT();
  return (
    <>
      <PageHeading title={t("joining:invitation.title", { district: district.name })} />
      <p className="measure">
        {t("joining:invitation.ask")} <a href={`mailto:${district.contactEmail}`}>{district.contactEmail}</a>
      </p>
      <ReadingNeedsNone slug={district.slug} />
    </>
  );
}

/** Kind, and without the age that would have done. */
export function TooYoung({ role, district }: Where) {
  const t = useT();
  const locale = useLocale();
  return (
    <>
      <PageHeading title={t("joining:young.title")} lede={t(`joining:young.${role}`)} />
      <p className="measure">{t("joining:young.kept")}</p>
      <ReadingNeedsNone slug={district.slug} />
      {role === "parent" && (
        <p className="mt-3">
          <a href={paths.join.home(locale)}>{t("joining:young.others")}</a>
        </p>
      )}
    </>
  );
}

function ReadingNeedsNone({ slug }: { slug: string }) {
  const t = useT();
  const locale = useLocale();
  return (
    <>
      <p className="mt-3 measure">{t("joining:reading_needs_none")}</p>
      <p className="mt-6 flex flex-wrap gap-3">
        <a href={paths.list(locale, slug)} className="btn btn-primary">
          {t("joining:read_list")}
        </a>
        <a href={paths.interests(locale, slug)} className="btn btn-secondary">
          {t("nav.interests")}
        </a>
      </p>
    </>
  );
}
