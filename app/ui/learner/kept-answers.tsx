import type { ProfilePage } from "#app/http/student-profile-form.server.ts";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { Checkbox } from "../checkbox.tsx";

/** What is kept of the interest questions, if anything is, and how to be rid of it. */
export function KeptAnswers({ page: { answered, top, district } }: { page: ProfilePage }) {
  const t = useT();
  const locale = useLocale();
  const themes = new Intl.ListFormat(locale).format(top.map((theme) => t(`interests:theme.${theme}.like`)));
  return (
    <div className="mb-4 rounded-card border border-line bg-surface p-4">
      <h3>{t("learner:profile.interests")}</h3>
      {answered === 0 ? (
        <p className="my-2">{t("learner:profile.no_answers")}</p>
      ) : (
        <>
          <p className="my-2">
            {top.length > 0
              ? t("learner:profile.answers_like", { themes })
              : t("learner:profile.answers_flat", { count: answered })}
          </p>
          <Checkbox name="forgetAnswers" label={t("learner:profile.forget")} />
        </>
      )}
      <a href={paths.interests(locale, district)}>{t("learner:profile.answer_questions")}</a>
    </div>
  );
}
