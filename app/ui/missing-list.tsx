import { Link } from "@remix-run/react";
import type { Problem } from "#app/domain/opportunities/submission-rules.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";

/** What keeps an opportunity from being sent, each line a link to its field. */
export function MissingList({ opportunityId, problems }: { opportunityId: string; problems: readonly Problem[] }) {
  const t = useT();
  return (
    <ul className="mt-2 grid list-disc gap-1 ps-5">
      {problems.map(({ field, step, message }) => (
        <li key={field}>
          <Link to={`${paths.partner.edit(opportunityId, step)}#${step}-${field}`}>
            {!message.startsWith("partner:errors.missing.") && `${t(`partner:field.${field}`)}: `}
            {t(message as never)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
