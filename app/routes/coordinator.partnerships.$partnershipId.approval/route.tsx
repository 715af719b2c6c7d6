import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { approvePartnership } from "#app/domain/organizations/vetting.server.ts";
import { changePartnership } from "#app/http/partnership-change.server.ts";
import { useT } from "#app/i18n/locale.tsx";
import { ApprovalForm, VettingPanel } from "#app/ui/vetting/vetting-forms.tsx";

const Approval = z.object({
  inForceUntil: z.iso.date({ error: "joining:errors.date" }),
  idempotencyKey: z.uuid(),
});

export async function loader(args: LoaderFunctionArgs) {
  await requireCoordinator(args);
  return { idempotencyKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  return changePartnership(args, Approval, (input) => approvePartnership(ctx, input));
}

export default function ApprovePartnership() {
  const { idempotencyKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const t = useT();
  return (
    <VettingPanel title={t("joining:partnerships.approve_title")}>
      <ApprovalForm idempotencyKey={idempotencyKey} lastResult={lastResult} />
    </VettingPanel>
  );
}
