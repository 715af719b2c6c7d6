import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { MatchCard } from "#app/ui/learner/match-card.tsx";
import { ListingCard } from "#app/ui/listing-card.tsx";
import type { MatchesPageContent } from "./matches-page.server.ts";
import { sayLikeness, type ReasonNames } from "#app/i18n/reason-in-words.ts";
import { sayNotYet, sayReason } from "#app/ui/learner/match-words.tsx";

type Page = MatchesPageContent & { district: string };

export function MatchList({ page }: { page: Page }) {
  const t = useT();
  const locale = useLocale();
  const count = page.fitting;
  return (
    <section className="match-list" aria-labelledby="match-list-heading">
      <div className="match-list-head">
        <h2 id="match-list-heading">
          {t(page.isPersonal ? "interests:matches.found" : "interests:matches.open", { count })}
        </h2>
        <LeftOut page={page} />
      </div>
      {page.cards.length === 0 ? (
        <EmptyState title={t("interests:matches.empty.title")}>
          <Widening page={page} />
        </EmptyState>
      ) : (
        <>
          {count === 0 && <Widening page={page} />}
          <Wishes page={page} />
          <Cards page={page} />
        </>
      )}
      <p className="match-list-end">
        {page.more && (
          <a className="btn btn-secondary" href={paths.matches(locale, page.district, page.more)}>
            {t("interests:matches.more")}
          </a>
        )}
        <a href={paths.list(locale, page.district)}>{t("interests:matches.whole_list")}</a>
      </p>
      {page.later.length > 0 && <LaterCards page={page} />}
      <Share page={page} />
    </section>
  );
}

/** The link works for everyone; its buttons wait hidden for the script they need. */
function Share({ page }: { page: Page }) {
  const t = useT();
  const locale = useLocale();
  return (
    <div className="match-share">
      <p>
        <a href={paths.matches(locale, page.district, page.address)}>{t("interests:matches.share")}</a>{" "}
        {t("interests:matches.share_help")}
      </p>
      <p className="match-share-buttons">
        <Button type="button" variant="secondary" icon="link" hidden data-copy={t("listing:share.copied")}>
          {t("listing:share.copy")}
          <span role="status" />
        </Button>
        <Button type="button" variant="secondary" icon="printer" hidden data-print="">
          {t("listing:share.print")}
        </Button>
      </p>
    </div>
  );
}

function Cards({ page }: { page: Page }) {
  const t = useT();
  const locale = useLocale();
  const names: ReasonNames = {
    place: page.place,
    clusters: clusterNames(page),
    pathways: Object.fromEntries(page.filters.pathways.map(({ value, label }) => [value, label])),
  };
  return (
    <ol className="match-cards">
      {page.cards.map(({ listing, reasons, stretch, likeness }) => (
        <li key={listing.id} data-stretch={stretch || undefined}>
          <MatchCard
            listing={listing}
            today={page.today}
            stretch={stretch}
            reasons={reasons.map((reason) => sayReason(reason, t, locale, names)).filter((said) => said !== null)}
          />
          {likeness && (
            <p className="match-like">
              {(["more", "less"] as const).map((wish) => (
                <a key={wish} href={likeness[wish]}>
                  {t(`interests:matches.like.${wish}`)}
                  <span className="visually-hidden">: {sayLikeness(t, likeness.code, names.clusters)}</span>
                </a>
              ))}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

const clusterNames = (page: Page) =>
  Object.fromEntries(page.filters.clusters.map(({ value, label }) => [value, label]));

/** What was asked for more or less, each with the way back. */
function Wishes({ page }: { page: Page }) {
  const t = useT();
  return page.wishes.length === 0 ? null : (
    <ul className="match-wishes" id="asked">
      {page.wishes.map(({ wish, code, undo }) => (
        <li key={`${wish} ${code}`}>
          {t(`interests:matches.asked.${wish}`, { name: sayLikeness(t, code, clusterNames(page)) })}{" "}
          <a href={undo}>
            {t("interests:matches.asked.undo")}
            <span className="visually-hidden">: {sayLikeness(t, code, clusterNames(page))}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** What only grade or age keeps away, last, with what stands in the way. */
function LaterCards({ page }: { page: Page }) {
  const t = useT();
  const locale = useLocale();
  return (
    <section className="match-later" aria-labelledby="later-heading">
      <h2 id="later-heading">{t("interests:matches.later.heading")}</h2>
      <ol className="match-cards">
        {page.later.map(({ listing, notYet }) => (
          <li key={listing.id}>
            <ListingCard
              listing={listing}
              today={page.today}
              note={
                <span className="match-note">
                  <Icon name="clock" /> {sayNotYet(notYet, t, locale)}
                </span>
              }
            />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** How many the reader's own limits hide, so that nobody wonders. */
function LeftOut({ page }: { page: Page }) {
  const t = useT();
  const { withinMiles } = page.filters;
  const closed = page.leftOut.grade + page.leftOut.age - page.later.length;
  const said = [
    closed > 0 ? t("interests:matches.left_out.closed", { count: closed }) : null,
    page.leftOut.too_far > 0 && withinMiles !== null
      ? t("interests:matches.left_out.too_far", { count: page.leftOut.too_far, miles: withinMiles })
      : null,
    page.leftOut.group > 0 ? t("interests:matches.left_out.group", { count: page.leftOut.group }) : null,
    page.leftOut.school > 0 ? t("interests:matches.left_out.school", { count: page.leftOut.school }) : null,
  ].filter((words) => words !== null);
  return said.length > 0 ? (
    <p className="left-out">
      {t("interests:matches.left_out.heading")}: {said.join(" · ")}
    </p>
  ) : null;
}

/** The limits a reader set, each as a link that drops it. */
function Widening({ page }: { page: Page }) {
  const t = useT();
  const locale = useLocale();
  const ways = [
    { href: page.wider.distance, words: t("interests:matches.empty.any_distance") },
    { href: page.wider.grade, words: t("interests:matches.empty.any_grade") },
    { href: page.wider.choices, words: t("interests:matches.empty.no_choices") },
  ];
  return (
    <div className="widening">
      <p>{t("interests:matches.empty.body")}</p>
      <p className="widening-ways">
        {ways.map(({ href, words }) =>
          href === null ? null : (
            <ButtonLink key={href} to={href} variant="secondary">
              {words}
            </ButtonLink>
          ),
        )}
        <ButtonLink to={paths.list(locale, page.district)} variant="secondary">
          {t("interests:matches.whole_list")}
        </ButtonLink>
      </p>
    </div>
  );
}
