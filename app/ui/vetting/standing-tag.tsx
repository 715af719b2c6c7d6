import type { Standing } from "#app/domain/organizations/partnership-lifecycle.ts";
import { useT } from "#app/i18n/locale.tsx";
import type { IconName } from "../icon.tsx";
import { Tag, type TagTone } from "../tag.tsx";

const LOOKS: Record<Standing, [TagTone, IconName]> = {
  none: ["neutral", "circle-help"],
  requested: ["warning", "hourglass"],
  approved: ["success", "shield-check"],
  lapsed: ["danger", "clock"],
  suspended: ["danger", "triangle-alert"],
  declined: ["neutral", "circle-x"],
};

/** Where an organization stands with a district, in a word. */
export function StandingTag({ standing }: { standing: Standing }) {
  const t = useT();
  const [tone, icon] = LOOKS[standing];
  return (
    <Tag tone={tone} icon={icon}>
      {t(`joining:partnerships.standing.${standing}`)}
    </Tag>
  );
}
