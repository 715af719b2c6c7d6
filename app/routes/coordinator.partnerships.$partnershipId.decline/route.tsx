import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { tidyText } from "#app/domain/opportunities/plain-text.ts";
import { DECLINE_REASONS } from "#app/domain/organizations/partnership-lifecycle.ts";
import { declinePartnership } from "#app/domain/organizations/vetting.server.ts";
import { changePartnership } from "#app/http/partnership-change.server.ts";
import { useT } from "#app/i18n/locale.tsx";
import { DeclineForm, VettingPanel } from "#app/ui/vetting/vetting-forms.tsx";

const Decline = z
  .object({
    declineReason: z.enum(DECLINE_REASONS, { error: "joining:errors.reason" }),
    note: z
      .string()
      .overwrite(tidyText)
      .max(1000)
      .optional()
      .transform((note) => note || null),
    idempotencyKey: z.uuid(),
  })
  .refine(({ declineReason, note }) => declineReason !== "other" || note !== null, {
    path: ["note"],
    error: "joining:errors.note",
  });

export async function loader(args: LoaderFunctionArgs) {
  await requireCoordinator(args);
  return { idempotencyKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  return changePartnership(args, Decline, ({ declineReason: reason, ...input }) =>
    declinePartnership(ctx, { ...input, reason }),
  );
}

export default function DeclinePartnership() {
  const { idempotencyKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const t = useT();
  return (
    <VettingPanel title={t("joining:partnerships.decline_title")}>
      <DeclineForm idempotencyKey={idempotencyKey} lastResult={lastResult} />
    </VettingPanel>
  );
}
