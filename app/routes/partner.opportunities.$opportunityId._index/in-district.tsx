import { useLocale, useT } from "#app/i18n/locale.tsx";
import { gradesInWords, listInWords } from "#app/ui/listing-words.ts";
import type { Offer } from "./offer-card.tsx";

/** Whom a district keeps the listing to, and what it tells its readers beside it. */
export function InDistrict({ placed }: { placed: NonNullable<Offer["placed"]> }) {
  const t = useT();
  const locale = useLocale();
  const { schools, onlyGrades, onlyGroups, noteToReaders } = placed;
  const grades = onlyGrades.length > 0 ? gradesInWords(t, { gradeMin: null, gradeMax: null, onlyGrades }) : null;
  if (schools.length + onlyGroups.length === 0 && !grades && !noteToReaders) return null;
  return (
    <section className="measure mt-3">
      <h4 className="font-semibold">{t("posting:in_district.title")}</h4>
      <ul className="list-disc ps-5">
        {grades && <li>{grades}</li>}
        {schools.length > 0 && <li>{t("posting:in_district.schools", { schools: listInWords(locale, schools) })}</li>}
        {onlyGroups.length > 0 && <li>{t("curating:groups_only", { groups: listInWords(locale, onlyGroups) })}</li>}
        {noteToReaders && (
          <li className="break-words whitespace-pre-line">
            {t("posting:in_district.note")}: {noteToReaders}
          </li>
        )}
      </ul>
    </section>
  );
}
