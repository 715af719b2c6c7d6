import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { approvalOf, canMove } from "#app/domain/organizations/partnership-lifecycle.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { ApprovalForm, DeclineForm } from "#app/ui/vetting/vetting-forms.tsx";
import { useVettingOutlet } from "#app/ui/vetting/vetting-outlet.ts";

export async function loader(args: LoaderFunctionArgs) {
  await requireCoordinator(args);
  return { approvalKey: crypto.randomUUID(), declineKey: crypto.randomUUID() };
}

/** What can be decided now: the yes first, the no folded away until it is meant. */
export default function DecidePartnership() {
  const { approvalKey, declineKey } = useLoaderData<typeof loader>();
  const { partnershipId, standing } = useVettingOutlet();
  const t = useT();
  return (
    <>
      {approvalOf(standing) && (
        <>
          <h2 className="mb-3">{t(`joining:partnerships.${approvalOf(standing) ?? "approve"}_heading`)}</h2>
          <ApprovalForm idempotencyKey={approvalKey} />
        </>
      )}
      {canMove("decline", standing) && (
        <details className="mt-5 border-t border-line pt-3">
          <summary className="min-h-11 cursor-pointer py-2 font-semibold text-primary">
            {t("joining:partnerships.decline_title")}
          </summary>
          <DeclineForm idempotencyKey={declineKey} />
        </details>
      )}
      {canMove("suspend", standing) && (
        <p className="mt-5 border-t border-line pt-3">
          <Link to={paths.coordinator.partnershipSuspension(partnershipId)}>
            {t("joining:partnerships.suspend_title")}
          </Link>
        </p>
      )}
    </>
  );
}
