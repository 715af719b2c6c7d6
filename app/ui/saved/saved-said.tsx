import { useT } from "#app/i18n/locale.tsx";

const WORDS = ["device", "account", "removed", "full", "full_account", "failed"] as const;

/** Where a page's script says what became of a save button, and the words it says it with. */
export function SavedSaid({ district }: { district: string }) {
  const t = useT();
  return (
    <div id="saved-said" className="toast" data-district={district}>
      <p role="status" />
      {WORDS.map((word) => (
        <span key={word} data-say={word} hidden>
          {t(`site:saved.say.${word}`)}
        </span>
      ))}
    </div>
  );
}
