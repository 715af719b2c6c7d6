import { MOST_SAVED } from "#app/domain/saved/listings.ts";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { UndoButton } from "#app/ui/saved/save-button.tsx";

/** Says what became of the button that led here, and how to take it back. */
export function SavedNotice({
  done,
  listing,
}: {
  done: "saved" | "removed" | "full" | "calendar_made" | "calendar_ended";
  listing: { district: string; slug: string; title: string } | null;
}) {
  const t = useT();
  const locale = useLocale();
  const title = done === "full" ? t("site:saved.too_many", { count: MOST_SAVED }) : t(`site:saved.done.${done}`);
  return (
    <div className="mb-5">
      <Notice tone={done === "full" ? "warning" : "success"} title={title} live>
        {listing && done === "removed" && (
          <p>
            {listing.title} <UndoButton {...listing} />
          </p>
        )}
        {listing && done === "saved" && (
          <p>
            <a href={paths.listing(locale, listing.district, listing.slug)}>
              {t("site:saved.back_to", { title: listing.title })}
            </a>
          </p>
        )}
      </Notice>
    </div>
  );
}
