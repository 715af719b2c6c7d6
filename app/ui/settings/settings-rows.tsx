import { Link } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { ButtonLink } from "../button.tsx";
import { Tag } from "../tag.tsx";

interface Row {
  to: string;
  name: string;
  detail: string;
  isRetired: boolean;
}

/** A topic's own things, each a link to its page, and the way back. */
export function SettingsRows({ rows }: { rows: readonly Row[] }) {
  const t = useT();
  return (
    <>
      <ul className="mb-6 divide-y divide-line rounded-card border border-line bg-surface">
        {rows.map(({ to, name, detail, isRetired }) => (
          <li key={to} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 px-4 py-3">
            <span className="min-w-0">
              <Link to={to} className="font-semibold break-words">
                {name}
              </Link>
              <span className="block break-words text-muted">{detail}</span>
            </span>
            {isRetired && <Tag>{t("settings:retired")}</Tag>}
          </li>
        ))}
      </ul>
      <ButtonLink to={paths.coordinator.settings.home()} variant="quiet" icon="arrow-left">
        {t("settings:back")}
      </ButtonLink>
    </>
  );
}
