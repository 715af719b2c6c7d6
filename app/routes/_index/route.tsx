import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listDistricts } from "#app/domain/districts/districts.server.ts";
import { listRegions } from "#app/domain/districts/regions.server.ts";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Icon } from "#app/ui/icon.tsx";
import { Hero } from "#app/ui/list/hero.tsx";
import { PlainLayout } from "#app/ui/plain-layout.tsx";

export const handle = { frame: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** The only district, or a choice between them. */
export async function loader({ context }: LoaderFunctionArgs) {
  const [districts, regions] = await Promise.all([listDistricts(context.db), listRegions(context.db)]);
  const [only, ...others] = districts;
  if (only && others.length === 0) throw redirect(paths.district(context.locale, only.slug));
  return {
    districts: districts.map(({ slug, name, state }) => ({ slug, name, state })),
    regions: regions.map(({ slug, name, nameEs }) => ({ slug, name: (context.locale === "es" && nameEs) || name })),
    title: translator(context.locale)("home.document_title"),
  };
}

export default function ChooseDistrict() {
  const { districts, regions } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  return (
    <PlainLayout wide>
      <Hero title={t("home.title")} lede={t("home.lede")}>
        {districts.length === 0 && <p className="lede">{t("home.none")}</p>}
        <ul className="districts">
          {districts.map(({ slug, name, state }) => (
            <li key={slug}>
              <a href={paths.district(locale, slug)} className="way-in district-sign">
                <Icon name="map-pin" />
                <span>{name}</span>
                <span className="way-in-count">{state}</span>
              </a>
            </li>
          ))}
        </ul>
        {regions.length > 0 && (
          <nav aria-label={t("front:region.choose")}>
            <p className="lede">{t("front:region.choose")}</p>
            <ul className="districts">
              {regions.map(({ slug, name }) => (
                <li key={slug}>
                  <a href={paths.region(locale, slug)} className="way-in district-sign">
                    <Icon name="network" />
                    <span>{name}</span>
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </Hero>
    </PlainLayout>
  );
}
