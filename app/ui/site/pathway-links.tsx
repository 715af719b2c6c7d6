import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { Icon } from "../icon.tsx";

/** The district's pathways, each with how much there is of it today. */
export function PathwayLinks({
  district,
  pathways,
}: {
  district: string;
  pathways: readonly { slug: string; name: string; count: number }[];
}) {
  const t = useT();
  const locale = useLocale();
  return (
    <ul className="ways-in">
      {pathways.map(({ slug, name, count }) => (
        <li key={slug}>
          <a href={paths.pathway(locale, district, slug)} className="way-in" data-group="">
            <Icon name="route" />
            <span>{name}</span>
            <span className="way-in-count">{t("list:ways_in.count", { count })}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
