import type { ProfilePage } from "#app/http/student-profile-form.server.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { Notice } from "../notice.tsx";

/** Who sees this profile and may change it, said to both sides alike, and who did so last. */
export function WhoReads({ page, reader }: { page: ProfilePage; reader: "student" | "parent" }) {
  const { name, parents, changed } = page;
  const t = useT();
  const names = new Intl.ListFormat(useLocale()).format(parents);
  const readers =
    reader === "parent"
      ? t("learner:profile.readers_parent", { name, names })
      : parents.length > 0
        ? t("learner:profile.readers", { names })
        : t("learner:profile.readers_alone");
  return (
    <Notice>
      <p>{readers}</p>
      {changed && (
        <p>
          {changed.by === null
            ? t("learner:profile.changed", { day: changed.on })
            : t("learner:profile.changed_by", { day: changed.on, name: changed.by })}
        </p>
      )}
    </Notice>
  );
}
