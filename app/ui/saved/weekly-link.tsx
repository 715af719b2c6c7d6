import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { Icon } from "../icon.tsx";

/** To have the news of a district's whole list written to oneself. */
export function WeeklyLink({ district }: { district: string }) {
  const t = useT();
  return (
    <a href={paths.saveSearch(useLocale(), district)} rel="nofollow">
      <Icon name="mail" />
      {t("saved:weekly")}
    </a>
  );
}
