import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { curationFields, noteIfAny, versionRead } from "#app/domain/listings/curation.ts";
import { approveListing } from "#app/domain/listings/review.server.ts";
import { paths } from "#app/http/paths.ts";
import { queueToReturnTo } from "#app/http/queue-address.ts";
import { changeListing } from "#app/http/transition.server.ts";
import { ApprovalForm } from "#app/ui/review/approval-form.tsx";
import { DecisionPanel } from "#app/ui/review/decision-panel.tsx";

const Approval = z.object({
  idempotencyKey: z.uuid(),
  version: versionRead,
  back: queueToReturnTo,
  publishOn: z.iso
    .date()
    .optional()
    .transform((day) => day ?? null),
  note: noteIfAny,
  ...curationFields,
});

export async function loader(args: LoaderFunctionArgs) {
  await requireCoordinator(args);
  return { idempotencyKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  return changeListing(args, {
    schema: Approval,
    verb: (input) => approveListing(ctx, input),
    refusals: {
      not_awaiting_review: "coordinator:refused.not_awaiting_review",
      changed_since_read: "coordinator:refused.changed_since_read",
      partnership_not_in_force: "coordinator:refused.partnership_not_in_force",
      over_before_shown: "coordinator:refused.over_before_shown",
      unknown_choice: "coordinator:refused.unknown_choice",
      already_seconded: "queue:refused.already_seconded",
    },
    next: ({ decisionId }, _, { back }) => paths.coordinator.decided(decisionId, back),
  });
}

export default function Approve() {
  const { idempotencyKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  return (
    <DecisionPanel name="approval" lastResult={lastResult}>
      <ApprovalForm idempotencyKey={idempotencyKey} lastResult={lastResult} />
    </DecisionPanel>
  );
}
