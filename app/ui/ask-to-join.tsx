import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { Button } from "./button.tsx";
import { IdempotencyKey } from "./idempotency-key.tsx";
import { OrganizationMatch, type MatchedOrganization } from "./organization-match.tsx";

/** Organizations that are here, each with a form to ask its owners. */
export function AskToJoin({
  organizations,
  idempotencyKey,
}: {
  organizations: MatchedOrganization[];
  idempotencyKey: string;
}) {
  const t = useT();
  const locale = useLocale();
  return (
    <ul className="grid gap-3">
      {organizations.map((organization) => (
        <li
          key={organization.id}
          className="grid gap-3 rounded-card border border-line bg-surface px-4 py-3 sm:grid-cols-[1fr_auto] sm:items-center"
        >
          <OrganizationMatch {...organization} />
          <form method="post" action={paths.join.membership(locale)}>
            <IdempotencyKey value={idempotencyKey} />
            <input type="hidden" name="organizationId" value={organization.id} />
            <Button variant="secondary" aria-label={t("joining:organization.ask_named", { name: organization.name })}>
              {t("joining:organization.ask")}
            </Button>
          </form>
        </li>
      ))}
    </ul>
  );
}
