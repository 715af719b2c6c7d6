import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { noteIfAny, versionRead } from "#app/domain/listings/curation.ts";
import { REASON_CODES } from "#app/domain/listings/lifecycle.ts";
import { listReasonTemplates } from "#app/domain/listings/reason-templates.server.ts";
import { templateIfAny, wordsOf } from "#app/domain/listings/reason-templates.ts";
import { declineListing } from "#app/domain/listings/review.server.ts";
import { paths } from "#app/http/paths.ts";
import { queueToReturnTo } from "#app/http/queue-address.ts";
import { changeListing } from "#app/http/transition.server.ts";
import { DecisionPanel } from "#app/ui/review/decision-panel.tsx";
import { DeclineForm } from "#app/ui/review/decline-form.tsx";

const Decline = z.object({
  idempotencyKey: z.uuid(),
  version: versionRead,
  back: queueToReturnTo,
  reasonCode: z.enum(REASON_CODES, { error: "coordinator:errors.reason_missing" }),
  note: noteIfAny,
  templateId: templateIfAny,
});

export async function loader(args: LoaderFunctionArgs) {
  await requireCoordinator(args);
  return { idempotencyKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const templates = await listReasonTemplates(ctx);
  return changeListing(args, {
    schema: Decline.transform((form) => ({ ...form, note: wordsOf(form, templates) })).refine(
      ({ reasonCode, note }) => reasonCode !== "other" || note !== null,
      { path: ["note"], error: "coordinator:errors.other_needs_note" },
    ),
    verb: (input) => declineListing(ctx, input),
    refusals: {
      not_awaiting_review: "coordinator:refused.not_awaiting_review",
      changed_since_read: "coordinator:refused.changed_since_read",
    },
    next: ({ decisionId }, _, { back }) => paths.coordinator.decided(decisionId, back),
  });
}

export default function DeclineListing() {
  const { idempotencyKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  return (
    <DecisionPanel name="decline" lastResult={lastResult}>
      <DeclineForm idempotencyKey={idempotencyKey} lastResult={lastResult} />
    </DecisionPanel>
  );
}
