import type { Translate } from "#app/i18n/translator.ts";
import { SmallPrint } from "./parts.tsx";

/** How long a link works, from when it was made: the same words whenever the mail is sent. */
export function ValidFor({ minutes, t }: { minutes: number; t: Translate }) {
  const inHours = minutes >= 60;
  return (
    <SmallPrint>
      {inHours
        ? t("mail:letters.valid.hours", { count: Math.round(minutes / 60) })
        : t("mail:letters.valid.minutes", { count: minutes })}
    </SmallPrint>
  );
}
