import { useT } from "#app/i18n/locale.tsx";
import { ListingView, type ViewedListing } from "#app/ui/listing-view.tsx";

/** The page students and families get, folded up above what is decided on. */
export function AsReadersSee({ view, now }: { view: ViewedListing; now: Date }) {
  const t = useT();
  return (
    <details className="mb-8 rounded-card border border-line bg-surface">
      <summary className="min-h-11 cursor-pointer px-5 py-2.5 font-semibold">
        {t("coordinator:detail.as_readers")}
      </summary>
      <div className="border-t border-line bg-canvas p-4 sm:p-5">
        <ListingView listing={view} now={now} level={2} />
      </div>
    </details>
  );
}
