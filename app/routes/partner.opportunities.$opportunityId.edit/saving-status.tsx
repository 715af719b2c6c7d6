import { useLocale, useT } from "#app/i18n/locale.tsx";
import type { Saving } from "./use-autosave.ts";

export function SavingStatus({ saving }: { saving: Saving }) {
  const t = useT();
  const locale = useLocale();
  const wrong = saving.state === "elsewhere" || saving.state === "failed";
  return (
    <p role="status" className={`min-h-6 text-sm ${wrong ? "font-semibold text-warning" : "text-muted"}`}>
      {saving.state === "saved" &&
        t("posting:autosave.saved", {
          time: new Intl.DateTimeFormat(locale, { timeStyle: "short" }).format(saving.at),
        })}
      {saving.state !== "saved" && saving.state !== "idle" && t(`posting:autosave.${saving.state}`)}
    </p>
  );
}
