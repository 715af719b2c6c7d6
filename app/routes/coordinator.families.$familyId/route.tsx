import { getFormProps, useForm } from "@conform-to/react";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { closeFamilyAccount, getFamilyMember, openFamilyAccount } from "#app/domain/people/families.server.ts";
import { CLOSING_REASONS } from "#app/domain/people/families.ts";
import { conflict, readForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";

const idempotencyKey = z.uuid();
const Change = z.discriminatedUnion("change", [
  z.object({
    change: z.literal("close"),
    reason: z.enum(CLOSING_REASONS, { error: "people:problems.reason" }),
    idempotencyKey,
  }),
  z.object({ change: z.literal("open"), idempotencyKey }),
]);

/** The person's name is on the page, and in no title a browser's history keeps. */
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const member = await getFamilyMember(ctx, idParam(args.params, "familyId"));
  if (!member) throw notFound();
  const title = translator(args.context.locale)("people:families.account");
  const { name, role, disabledAt } = member;
  return { title, name, role, isClosed: disabledAt !== null, idempotencyKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const userId = idParam(args.params, "familyId");
  if (!(await getFamilyMember(ctx, userId))) throw notFound();
  const form = await readForm(args, Change);
  if (!form.ok) return unprocessable(form);
  const change = form.value;
  const outcome =
    change.change === "close"
      ? await closeFamilyAccount(ctx, { userId, ...change })
      : await openFamilyAccount(ctx, { userId, ...change });
  if (outcome.ok) {
    const done = change.change === "close" ? "closed" : "opened";
    return redirect(paths.coordinator.families(new URLSearchParams({ show: outcome.value.role, done })));
  }
  if (outcome.refusal === "not_found") throw notFound();
  return conflict({}, translator(args.context.locale)("people:problems.other_roles"));
}

export default function FamilyMember() {
  const { name, role, isClosed, idempotencyKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<{ reason: string }>({ id: "account", lastResult });
  const t = useT();
  const change = isClosed ? "open" : "close";
  return (
    <>
      <PageHeading title={name} lede={t(`people:roles.${role}`)} />
      <Form method="post" {...getFormProps(form)} className="mb-8 max-w-xl">
        <ErrorSummary form={form} />
        <h2>{t(`people:families.${change}.title`)}</h2>
        <p>{t(`people:families.${change}.about`)}</p>
        <IdempotencyKey value={idempotencyKey} />
        {!isClosed && (
          <RadioGroup
            field={fields.reason}
            legend={t("people:families.close.reason")}
            options={CLOSING_REASONS.map((value) => ({ value, label: t(`people:families.reasons.${value}`) }))}
          />
        )}
        <Button name="change" value={change} variant={isClosed ? "primary" : "danger"}>
          {t(`people:families.${change}.button`)}
        </Button>
      </Form>
      <ButtonLink to={paths.coordinator.families()} variant="quiet" icon="arrow-left">
        {t("people:families.back")}
      </ButtonLink>
    </>
  );
}
