import { ANSWERS, type ActivityId, type Answer } from "#app/domain/interests/questionnaire.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Icon, type IconName } from "#app/ui/icon.tsx";

const ICONS: Record<Answer, IconName> = { like: "check", unsure: "circle-help", dislike: "x" };

/** One thing to do, and three tiles to answer it by, wide enough for a thumb. */
export function ActivityQuestion({ id, answer }: { id: ActivityId; answer: Answer | null }) {
  const t = useT();
  return (
    <fieldset className="question">
      <legend>{t(`interests:activity.${id}`)}</legend>
      <div className="tiles">
        {ANSWERS.map((option) => (
          <label key={option} className="tile" data-answer={option}>
            <input type="radio" name={id} value={option} defaultChecked={answer === option} />
            <Icon name={ICONS[option]} />
            <span>{t(`interests:answer.${option}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
