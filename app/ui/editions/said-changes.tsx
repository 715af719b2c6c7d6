import { useT } from "#app/i18n/locale.tsx";
import type { SaidChange } from "#app/publishing/changes-in-words.ts";

/** Each change of a listing on a line: "Pay: before unpaid, now paid". */
export function SaidChanges({ said }: { said: readonly SaidChange[] }) {
  const t = useT();
  return (
    <ul className="said-changes">
      {said.map(({ what, before, now }) => (
        <li key={what}>
          <strong>{what}:</strong>{" "}
          {before && (
            <>
              {t("editions:change.before")} <span lang={before.lang}>{before.text}</span>
              {now ? ", " : ""}
            </>
          )}
          {now && (
            <>
              {t("editions:change.now")} <span lang={now.lang}>{now.text}</span>
            </>
          )}
          {before && !now && <>, {t("editions:change.no_longer")}</>}
          {!before && !now && t("editions:change.rewritten")}
        </li>
      ))}
    </ul>
  );
}
