import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { tidyText } from "#app/domain/opportunities/plain-text.ts";
import { suspendPartnership } from "#app/domain/organizations/vetting.server.ts";
import { changePartnership } from "#app/http/partnership-change.server.ts";
import { useT } from "#app/i18n/locale.tsx";
import { SuspensionForm, VettingPanel } from "#app/ui/vetting/vetting-forms.tsx";

const Suspension = z.object({
  note: z
    .string({ error: "joining:errors.note" })
    .overwrite(tidyText)
    .min(1, { error: "joining:errors.note" })
    .max(1000),
  takeOff: z.boolean().default(false),
  idempotencyKey: z.uuid(),
});

export async function loader(args: LoaderFunctionArgs) {
  await requireCoordinator(args);
  return { idempotencyKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  return changePartnership(args, Suspension, (input) => suspendPartnership(ctx, input));
}

export default function SuspendPartnership() {
  const { idempotencyKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const t = useT();
  return (
    <VettingPanel title={t("joining:partnerships.suspend_title")}>
      <SuspensionForm idempotencyKey={idempotencyKey} lastResult={lastResult} />
    </VettingPanel>
  );
}
