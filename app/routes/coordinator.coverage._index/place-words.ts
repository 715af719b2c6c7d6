import { useLocale, useT } from "#app/i18n/locale.tsx";

/** A pathway and a school by name; null: none was chosen or named. */
export function usePlaceWords() {
  const t = useT();
  const locale = useLocale();
  return {
    sayPathway: (pathway: { name: string; nameEs: string } | null) =>
      pathway ? (locale === "es" ? pathway.nameEs : pathway.name) : t("coordinator:coverage.no_pathway"),
    saySchool: (school: { name: string } | null) => school?.name ?? t("coordinator:coverage.no_school"),
  };
}
