import type { ShiftDate } from "#app/domain/opportunities/shift-dates.server.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import type { ReaderContent } from "./listing-view.tsx";
import { shiftInWords } from "./shift-words.ts";
import { dateInWords, timesInWords } from "./listing-words.ts";

/** Each shift in words, and the days it falls on next. */
export function ListingShifts({
  content: { shifts },
  nextDates,
}: {
  content: ReaderContent;
  nextDates: readonly ShiftDate[];
}) {
  const t = useT();
  const locale = useLocale();
  if (shifts.length === 0) return null;
  return (
    <section className="listing-section">
      <h2>{t("posting:view.shifts")}</h2>
      <ul className="ways">
        {shifts.map((shift) => (
          <li key={JSON.stringify(shift)}>{shiftInWords(t, locale, shift)}</li>
        ))}
      </ul>
      {nextDates.length > 0 && (
        <>
          <h3 className="mt-3">{t("posting:view.next_dates")}</h3>
          <ol className="next-dates">
            {nextDates.map(({ date, startTime, endTime }) => (
              <li key={`${date} ${startTime} ${endTime}`}>
                <time dateTime={`${date}T${startTime}`}>{dateInWords(locale, date, { weekday: true })}</time>
                <span>{timesInWords(t, locale, { startTime, endTime })}</span>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
