import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { MatchCard } from "#app/ui/learner/match-card.tsx";
import { sayReason } from "#app/ui/learner/match-words.tsx";
import type { ForYouPage } from "./for-you.server.ts";

type Section = ForYouPage["sections"][number];
interface Showing {
  section: Section;
  page: ForYouPage;
  isOwn: boolean;
}

/** What fits one learner, or how to find out what does. */
export function LearnerSection({ section, page, isOwn }: Showing) {
  const { name, profile, hasSaid, fitting, cards } = section;
  const t = useT();
  const locale = useLocale();
  const heading = `for-${section.key}`;
  const questions = paths.interests(locale, page.district);
  return (
    <section className="mb-10" aria-labelledby={heading} id={section.key}>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <h2 id={heading}>
          {isOwn
            ? t(hasSaid ? "learner:for_you.found" : "interests:matches.open", { count: fitting })
            : t(hasSaid ? "learner:for_you.found_for" : "learner:for_you.open_for", { count: fitting, name })}
        </h2>
        <ButtonLink to={profile} variant="secondary" icon="pencil">
          {isOwn ? t("learner:for_you.profile") : t("learner:for_you.profile_of", { name })}
        </ButtonLink>
      </div>
      {!hasSaid && (
        <EmptyState title={isOwn ? t("learner:for_you.empty") : t("learner:for_you.empty_of", { name })}>
          <p>{t("learner:for_you.empty_help")}</p>
          <a className="btn btn-primary" href={questions}>
            {t("learner:profile.answer_questions")}
          </a>
        </EmptyState>
      )}
      {cards.length === 0 ? (
        <p>
          {t("learner:for_you.nothing")}{" "}
          <a href={paths.list(locale, page.district)}>{t("interests:matches.whole_list")}</a>
        </p>
      ) : (
        <Cards section={section} page={page} />
      )}
      {hasSaid && (
        <p className="mt-4 measure">
          <a href={section.publicMatches}>{t("learner:for_you.open")}</a> {t("learner:for_you.open_help")}
        </p>
      )}
    </section>
  );
}

function Cards({ section, page }: Omit<Showing, "isOwn">) {
  const t = useT();
  const locale = useLocale();
  const names = { ...page.names, place: section.place ?? t("learner:for_you.school") };
  return (
    <ol className="match-cards">
      {section.cards.map(({ id, card, reasons, stretch }) => (
        <li key={id} data-stretch={stretch || undefined}>
          <MatchCard
            listing={card}
            today={page.today}
            stretch={stretch}
            reasons={reasons.map((reason) => sayReason(reason, t, locale, names)).filter((said) => said !== null)}
          />
        </li>
      ))}
    </ol>
  );
}
