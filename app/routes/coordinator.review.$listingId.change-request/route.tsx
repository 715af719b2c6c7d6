import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { noteIfAny, versionRead } from "#app/domain/listings/curation.ts";
import { listReasonTemplates } from "#app/domain/listings/reason-templates.server.ts";
import { templateIfAny, wordsOf } from "#app/domain/listings/reason-templates.ts";
import { requestChanges } from "#app/domain/listings/review.server.ts";
import { paths } from "#app/http/paths.ts";
import { queueToReturnTo } from "#app/http/queue-address.ts";
import { changeListing } from "#app/http/transition.server.ts";
import { ChangeRequestForm } from "#app/ui/review/change-request-form.tsx";
import { DecisionPanel } from "#app/ui/review/decision-panel.tsx";

const ChangeRequest = z.object({
  idempotencyKey: z.uuid(),
  version: versionRead,
  back: queueToReturnTo,
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
    schema: ChangeRequest.transform((form, problems) => {
      const note = wordsOf(form, templates);
      if (note) return { ...form, note };
      problems.addIssue({ code: "custom", path: ["note"], message: "coordinator:errors.note_missing" });
      return z.NEVER;
    }),
    verb: (input) => requestChanges(ctx, input),
    refusals: {
      not_awaiting_review: "coordinator:refused.not_awaiting_review",
      changed_since_read: "coordinator:refused.changed_since_read",
    },
    next: ({ decisionId }, _, { back }) => paths.coordinator.decided(decisionId, back),
  });
}

export default function RequestChanges() {
  const { idempotencyKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  return (
    <DecisionPanel name="change_request" lastResult={lastResult}>
      <ChangeRequestForm idempotencyKey={idempotencyKey} lastResult={lastResult} />
    </DecisionPanel>
  );
}
