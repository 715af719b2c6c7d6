import { Link } from "@remix-run/react";
import type { AlikeListing } from "#app/domain/listings/alike.server.ts";
import type { Hint } from "#app/domain/listings/review-hints.ts";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { listInWords } from "#app/ui/listing-words.ts";
import { Notice } from "#app/ui/notice.tsx";

interface Props {
  listingId: string;
  hints: Hint[];
  alike: AlikeListing[];
}

/** What to look at before deciding. Nothing here decides. */
export function Hints({ listingId, hints, alike }: Props) {
  const t = useT();
  if (hints.length === 0 && alike.length === 0) return null;
  return (
    <Notice tone="warning" title={t("coordinator:hints.title")}>
      <ul className="mt-1 list-disc ps-5">
        {hints.map((hint) => (
          <li key={JSON.stringify(hint)} className="break-words">
            <Words hint={hint} />
          </li>
        ))}
        {alike.map((each) => (
          <Alike key={each.id} listingId={listingId} alike={each} />
        ))}
      </ul>
    </Notice>
  );
}

function Words({ hint: { hint, ...figures } }: { hint: Hint }) {
  const t = useT();
  const locale = useLocale();
  if (!("areas" in figures)) return t(`coordinator:hints.${hint}`, figures);
  const areas = figures.areas.map((area) => t(`posting:questions.area.${area}`));
  return t("coordinator:hints.asks_about", { question: figures.question, areas: listInWords(locale, areas) });
}

function Alike({ listingId, alike }: { listingId: string; alike: AlikeListing }) {
  const { id, title, organization, state, likeness, isOwn } = alike;
  const t = useT();
  const locale = useLocale();
  const share = likeness && new Intl.NumberFormat(locale, { style: "percent" }).format(likeness);
  return (
    <li className="break-words">
      {t(share ? "queue:alike.text" : "queue:alike.title")}{" "}
      <Link to={paths.coordinator.reviewListing(id)}>{title}</Link>{" "}
      {isOwn ? t("queue:alike.own") : t("queue:alike.of", { organization })} ({t(`opportunity:state.${state}`)}
      {share && `, ${t("queue:alike.share", { share })}`}).{" "}
      <Link to={paths.coordinator.beside(listingId, id)} preventScrollReset>
        {t("queue:alike.compare")}
        <span className="sr-only"> {title}</span>
      </Link>
    </li>
  );
}
