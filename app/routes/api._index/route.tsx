import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listDistricts } from "#app/domain/districts/districts.server.ts";
import { PAGE_PARAMETERS, SEARCH_PARAMETERS } from "#app/http/api/document.ts";
import { paths } from "#app/http/paths.ts";
import { RATE_LIMITS } from "#app/http/rate-limits.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { ENDPOINTS } from "#app/publishing/api/endpoints.ts";
import { PROBLEMS } from "#app/publishing/api/schemas.ts";
import { CSV_COLUMNS } from "#app/publishing/csv-columns.ts";
import { Icon } from "#app/ui/icon.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PlainLayout } from "#app/ui/plain-layout.tsx";
import { GuideSection } from "#app/ui/site/guide-page.tsx";
import { Addresses } from "./addresses.tsx";
import { Described } from "./described.tsx";

export const handle = { frame: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** What the document says, with a district of this site to try it on. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { db, origin, locale } = context;
  const [district] = await listDistricts(db);
  const t = translator(locale);
  const { tries, seconds } = RATE_LIMITS.api.address;
  const parameters = { nothing: [], page: PAGE_PARAMETERS, search: [...SEARCH_PARAMETERS, ...PAGE_PARAMETERS] };
  return {
    title: `${t("programs:title")} · ${t("brand")}`,
    origin,
    district: district ? { slug: district.slug, name: district.name } : null,
    limit: { count: tries, minutes: seconds / 60 },
    endpoints: ENDPOINTS.map((endpoint) => ({ ...endpoint, parameters: parameters[endpoint.takes] })),
    problems: Object.entries(PROBLEMS).map(([code, told]) => ({ code: code.replaceAll("_", "-"), ...told })),
    columns: CSV_COLUMNS.map(({ name, about }) => ({ name, about })),
  };
}

/** How other programs read the lists. What is of the document itself is in English. */
export default function ForPrograms() {
  const { origin, district, limit, endpoints, problems, columns } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  const slug = district?.slug ?? "district";
  const hsds = paths.api.hsds(slug);
  return (
    <PlainLayout wide>
      <div className="wrap listing-page guide">
        <PageHeading title={t("programs:title")} lede={t("programs:lede")} />
        <div className="guide-parts api-parts">
          <GuideSection
            title={t("programs:start.title")}
            icon="route"
            points={([1, 2, 3, 4] as const).map((n) => t(`programs:start.${n}`))}
          >
            <pre className="api-command">
              <code>{`curl '${origin}${paths.api.listings(slug)}?pay=paid&sort=closing'`}</code>
            </pre>
            <p>
              <a href={paths.api.document()} className="btn btn-secondary">
                <Icon name="file-text" />
                {t("programs:start.document")}
              </a>
            </p>
          </GuideSection>
          <GuideSection title={t("programs:addresses.title")} icon="link">
            <Addresses endpoints={endpoints} district={slug} />
          </GuideSection>
          <GuideSection
            title={t("programs:problems.title")}
            icon="circle-alert"
            points={[t("programs:problems.about")]}
          >
            <Described
              caption={t("programs:problems.title")}
              columns={[t("programs:problems.code"), t("programs:problems.status"), t("programs:addresses.meaning")]}
              rows={problems.map(({ code, status, title }) => ({ id: code, cells: [code, String(status), title] }))}
            />
          </GuideSection>
          <GuideSection
            title={t("programs:limits.title")}
            icon="clock"
            points={[t("programs:limits.1", limit), t("programs:limits.2"), t("programs:limits.3")]}
          />
          <GuideSection title={t("programs:table.title")} icon="columns-3" points={[t("programs:table.about")]}>
            {district && (
              <p>
                <a href={paths.listTable(locale, slug)}>{t("programs:table.download", { district: district.name })}</a>
              </p>
            )}
            <details>
              <summary>{t("programs:table.columns", { count: columns.length })}</summary>
              <Described
                caption={t("programs:table.title")}
                columns={[t("programs:table.column"), t("programs:addresses.meaning")]}
                rows={columns.map(({ name, about }) => ({ cells: [name, about] }))}
              />
            </details>
          </GuideSection>
          <GuideSection title={t("programs:hsds.title")} icon="hand-heart" points={[t("programs:hsds.about")]}>
            <ul className="link-list">
              <li>
                <a href={`${hsds}/services?full=true`}>{t("programs:hsds.services")}</a>
              </li>
              <li>
                <a href={`${hsds}/organizations?full=true`}>{t("programs:hsds.organizations")}</a>
              </li>
              <li>
                <a href={`${hsds}/export.json`}>{t("programs:hsds.export")}</a>
              </li>
            </ul>
          </GuideSection>
          <GuideSection
            id="license"
            title={t("programs:license.title")}
            icon="award"
            points={([1, 2, 3] as const).map((n) => t(`programs:license.${n}`))}
          />
        </div>
      </div>
    </PlainLayout>
  );
}
