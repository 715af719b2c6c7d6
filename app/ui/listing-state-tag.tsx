import type { ListingState } from "#app/domain/listings/lifecycle.ts";
import { useT } from "#app/i18n/locale.tsx";
import type { IconName } from "./icon.tsx";
import { Tag, type TagTone } from "./tag.tsx";

const LOOKS: Record<ListingState, [TagTone, IconName]> = {
  draft: ["neutral", "pencil"],
  submitted: ["info", "hourglass"],
  changes_requested: ["warning", "triangle-alert"],
  declined: ["danger", "circle-x"],
  approved: ["success", "calendar-days"],
  published: ["success", "circle-check"],
  closed: ["neutral", "circle-x"],
  expired: ["neutral", "clock"],
  suspended: ["danger", "circle-alert"],
};

/** A listing's state in words. */
export function ListingStateTag({ state }: { state: ListingState }) {
  const t = useT();
  const [tone, icon] = LOOKS[state];
  return (
    <Tag tone={tone} icon={icon}>
      {t(`opportunity:state.${state}`)}
    </Tag>
  );
}
