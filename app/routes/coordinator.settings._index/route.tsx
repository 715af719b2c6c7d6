import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { listHosts } from "#app/domain/districts/district-hosts.server.ts";
import { originAt } from "#app/domain/districts/host-name.ts";
import { ownDistrict } from "#app/domain/districts/settings.server.ts";
import { paths } from "#app/http/paths.ts";
import { SETTINGS_PAGES } from "#app/http/settings-paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";

/** What is kept on pages of other desks, and is a setting all the same. */
const ELSEWHERE = [
  { topic: "templates", to: paths.coordinator.templates() },
  { topic: "steps", to: paths.vetting.steps() },
] as const;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireAdmin(args);
  const { id, slug } = await ownDistrict(ctx);
  const { origin, locale } = args.context;
  const hosts = await listHosts(ctx.db, id);
  return {
    title: translator(locale)("settings:title"),
    ...{ slug, site: origin },
    hosts: hosts.map(({ host }) => originAt(host, origin)),
  };
}

export default function Settings() {
  const { title, slug, site, hosts } = useLoaderData<typeof loader>();
  const [asked] = useSearchParams();
  const saved = SETTINGS_PAGES.find((page) => page === asked.get("saved"));
  const topics = [
    ...SETTINGS_PAGES.map((page) => ({ topic: page, to: paths.coordinator.settings.topic(page) })),
    ...ELSEWHERE,
  ];
  const locale = useLocale();
  const t = useT();
  return (
    <>
      <PageHeading
        title={title}
        lede={t("settings:lede")}
        actions={
          <ButtonLink to={paths.district(locale, slug)} variant="secondary" icon="eye">
            {t("settings:see_front")}
          </ButtonLink>
        }
      />
      {saved && (
        <Notice tone="success" title={t("settings:saved", { page: t(`settings:pages.${saved}.title`) })} live />
      )}
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {topics.map(({ topic, to }) => (
          <li key={topic} className="rounded-card border border-line bg-surface p-5">
            <h2 className="text-lg">
              <Link to={to}>{t(`settings:pages.${topic}.title`)}</Link>
            </h2>
            <p className="text-muted">{t(`settings:pages.${topic}.about`)}</p>
          </li>
        ))}
      </ul>
      <section className="mt-8 max-w-2xl" aria-labelledby="where">
        <h2 id="where" className="mb-2">
          {t("settings:hosts.title")}
        </h2>
        <ul className="mb-2 grid list-disc gap-1 ps-5">
          {[site + paths.district(locale, slug), ...hosts].map((address) => (
            <li key={address} className="break-all">
              <a href={address}>{address}</a>
            </li>
          ))}
        </ul>
        <p className="text-muted">{t(hosts.length > 0 ? "settings:hosts.own" : "settings:hosts.none")}</p>
      </section>
    </>
  );
}
