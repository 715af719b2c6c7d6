import type { TranslationState } from "#app/domain/translation/translations.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Tag, type TagTone } from "../tag.tsx";

const TONES: Record<TranslationState, TagTone> = {
  missing: "warning",
  machine: "info",
  older: "warning",
  done: "success",
};

/** How a listing stands in Spanish; of what is done, whose words it is. */
export function TranslationTag({ state, done }: { state: TranslationState; done: "partner" | "written" | "machine" }) {
  const t = useT();
  return (
    <Tag tone={TONES[state]}>{t(state === "done" ? `translations:done.${done}` : `translations:state.${state}`)}</Tag>
  );
}
