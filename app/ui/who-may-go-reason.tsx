import type { WhoMayGo } from "#app/domain/opportunities/who-may-go.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { clockInWords, listInWords } from "./listing-words.ts";

/** From what age on a listing is open, and why. */
export function WhoMayGoReason({ open }: { open: WhoMayGo }) {
  const t = useT();
  const locale = useLocale();
  const { age, withAgreement, hazards, hours } = open;
  const named = listInWords(
    locale,
    hazards.map((code) => t(`opportunity:hazard.${code}`)),
  );
  if (hazards.length > 0) {
    if (age === 16) return <p>{t("rules:readers.age_16", { hazards: named })}</p>;
    return <p>{t(withAgreement ? "rules:readers.age_18_agreement" : "rules:readers.age_18", { hazards: named })}</p>;
  }
  if (!hours) return null;
  if ("weekly" in hours) return <p>{t("rules:readers.weekly", { hours: hours.weekly })}</p>;
  if ("daily" in hours) return <p>{t("rules:readers.daily", { hours: hours.daily })}</p>;
  if ("begins" in hours) return <p>{t("rules:readers.begins", { time: clockInWords(locale, hours.begins) })}</p>;
  if ("ends" in hours) return <p>{t("rules:readers.ends", { time: clockInWords(locale, hours.ends) })}</p>;
  return <p>{t("rules:readers.school")}</p>;
}
