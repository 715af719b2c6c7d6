import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "#app/ui/button.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { OrganizationMatch, type MatchedOrganization } from "#app/ui/organization-match.tsx";

/** Organizations that are here and may be the one that phoned, each to go on with. */
export function KnownOrganizations({
  organizations,
  idempotencyKey,
}: {
  organizations: MatchedOrganization[];
  idempotencyKey: string;
}) {
  const t = useT();
  return (
    <ul aria-label={t("queue:entry.likely")} className="mb-8 measure grid gap-3">
      {organizations.map((organization) => (
        <li
          key={organization.id}
          className="grid gap-3 rounded-card border border-line bg-surface px-4 py-3 sm:grid-cols-[1fr_auto] sm:items-center"
        >
          <OrganizationMatch {...organization} />
          <Form method="post">
            <IdempotencyKey value={idempotencyKey} />
            <input type="hidden" name="organizationId" value={organization.id} />
            <Button variant="secondary">
              {t("queue:entry.it_is")}
              <span className="sr-only">: {organization.name}</span>
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  );
}
