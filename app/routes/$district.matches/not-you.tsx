import type { InterestResult } from "#app/domain/interests/questionnaire.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Icon } from "#app/ui/icon.tsx";
import type { MatchesPageContent } from "./matches-page.server.ts";

interface Showing {
  result: InterestResult;
  themes: MatchesPageContent["themes"];
  isOpen: boolean;
}

/** Every theme with its level and two ways to put it right; each is an address, so that it works without a script. */
export function NotYou({ result, themes, isOpen }: Showing) {
  const t = useT();
  return (
    <details className="not-you" id="not-you" open={isOpen}>
      <summary>
        <Icon name="chevron-right" />
        {t("interests:matches.not_you.title")}
      </summary>
      <p className="not-you-help">{t("interests:matches.not_you.help")}</p>
      <ul>
        {themes.map(({ theme, more, less }) => {
          const name = t(`interests:theme.${theme}.name`);
          return (
            <li key={theme}>
              <span className="not-you-theme">
                <strong>{name}</strong>
                <span>{t(`interests:matches.not_you.level.${levelOf(result.scores[theme])}`)}</span>
              </span>
              <Step href={less} words={t("interests:matches.not_you.less")} theme={name} />
              <Step href={more} words={t("interests:matches.not_you.more")} theme={name} />
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function Step({ href, words, theme }: { href: string | null; words: string; theme: string }) {
  if (href === null) return <span className="btn btn-secondary" aria-hidden="true" data-off="" children={words} />;
  return (
    <a className="btn btn-secondary" href={href}>
      {words}
      <span className="visually-hidden">: {theme}</span>
    </a>
  );
}

const levelOf = (score: number) => (score >= 0.5 ? "high" : score > -0.5 ? "middle" : "low");
