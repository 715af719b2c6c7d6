import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { UNDO_DAYS } from "#app/domain/organizations/merge.ts";
import { mergeOrganizations } from "#app/domain/organizations/merging.server.ts";
import { getPartnership } from "#app/domain/organizations/vetting-desk.server.ts";
import { conflict, readForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";

const Merger = z.object({ duplicate: z.guid(), idempotencyKey: z.uuid() });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const kept = await getPartnership(ctx, idParam(args.params, "partnershipId"));
  if (!kept) throw notFound();
  const asked = z.guid().safeParse(new URL(args.request.url).searchParams.get("duplicate"));
  const duplicate = asked.success ? await getPartnership(ctx, asked.data) : null;
  if (!duplicate || duplicate.partnership.id === kept.partnership.id) throw redirect(paths.vetting.duplicates());
  const names = { kept: kept.organization.name, duplicate: duplicate.organization.name };
  return {
    title: translator(args.context.locale)("vetting:merger.title", names),
    names,
    duplicateId: duplicate.partnership.id,
    idempotencyKey: crypto.randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const keptId = idParam(args.params, "partnershipId");
  const typed = args.request.clone();
  const form = await readForm(args, Merger);
  if (!form.ok) return unprocessable(form);
  const { duplicate: duplicateId, idempotencyKey } = form.value;
  const outcome = await mergeOrganizations(ctx, { keptId, duplicateId, idempotencyKey });
  if (outcome.ok) return redirect(`${paths.vetting.duplicates()}?done=merged`);
  if (outcome.refusal === "not_found") throw notFound();
  return conflict(await typed.formData(), translator(args.context.locale)(`vetting:refused.${outcome.refusal}`));
}

const MOVES = ["opportunities", "people", "papers", "profile"] as const;

/** What a merge does, before it is done. */
export default function MergeOrganizations() {
  const { title, names, duplicateId, idempotencyKey } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.lastResult.error?.[""]?.join(" ");
  const t = useT();
  return (
    <div className="measure">
      <PageHeading title={title} lede={t("vetting:merger.lede", names)} />
      {refusal && <Notice tone="warning" title={refusal} live />}
      <ul className="mb-6 list-disc ps-5">
        {MOVES.map((what) => (
          <li key={what}>{t(`vetting:merger.${what}`, names)}</li>
        ))}
      </ul>
      <p className="mb-5">{t("vetting:merger.undo", { count: UNDO_DAYS })}</p>
      <Form method="post">
        <IdempotencyKey value={idempotencyKey} />
        <input type="hidden" name="duplicate" value={duplicateId} />
        <div className="flex flex-wrap gap-3">
          <Button>{t("vetting:merger.confirm", names)}</Button>
          <ButtonLink to={paths.vetting.duplicates()} variant="secondary">
            {t("vetting:merger.cancel")}
          </ButtonLink>
        </div>
      </Form>
    </div>
  );
}
