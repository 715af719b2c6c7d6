import type { ShownPicture } from "#app/domain/files/picture.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Picture } from "#app/ui/picture.tsx";

/** Another picture than the approved one, beside it: words do not tell that it changed. */
export function PictureChange({ now, sent }: { now: ShownPicture | null; sent: ShownPicture | null }) {
  const t = useT();
  if (now?.id === sent?.id && now?.alt === sent?.alt) return null;
  return (
    <section aria-labelledby="picture-change" className="mb-6">
      <h3 id="picture-change">{t("profile:picture.changed")}</h3>
      <div className="mt-2 grid gap-3 sm:grid-cols-2">
        <Side label={t("coordinator:changes.now")} picture={now} />
        <Side label={t("coordinator:changes.sent")} picture={sent} />
      </div>
    </section>
  );
}

function Side({ label, picture }: { label: string; picture: ShownPicture | null }) {
  const t = useT();
  return (
    <div className="min-w-0 rounded-control bg-sunken p-3">
      <p className="text-sm font-semibold text-muted">{label}</p>
      {picture && <Picture picture={picture} className="h-auto max-h-60 w-auto max-w-full rounded-control" />}
      <p className="break-words">{picture ? picture.alt : t("coordinator:facts.empty")}</p>
    </div>
  );
}
