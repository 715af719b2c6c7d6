import { getFormProps } from "@conform-to/react";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { currentPerson, requirePerson } from "#app/auth/guards.server.ts";
import {
  createOrganization,
  findLikelySame,
  type FoundOrganization,
} from "#app/domain/organizations/founding.server.ts";
import { NewOrganization } from "#app/domain/organizations/new-organization.ts";
import { readForm, refusedForm, unprocessable } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { countTry, tooManyTries } from "#app/http/rate-limits.server.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { AskToJoin } from "#app/ui/ask-to-join.tsx";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { JoiningAs } from "#app/ui/joining-as.tsx";
import { OrganizationFields } from "#app/ui/organization-fields.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { useNewOrganization } from "#app/ui/use-new-organization.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args);
  const person = await currentPerson(args);
  if (person?.studentOf) throw redirect(paths.account.home());
  const q = new URL(args.request.url).searchParams.get("q")?.slice(0, 120) ?? "";
  const title = translator(args.context.locale)("joining:new_organization.title");
  return { title, email: person?.email ?? "", q, idempotencyKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePerson(args);
  const { context } = args;
  if ((await currentPerson(args))?.studentOf) throw redirect(paths.account.home());
  const typed = Object.fromEntries([...(await args.request.clone().formData())].map(([k, v]) => [k, String(v)]));
  const form = await readForm(args, NewOrganization);
  if (!form.ok) return unprocessable(form);
  const wait = await countTry(context, "sign_up", ctx.actor.userId);
  if (wait !== null) return tooManyTries(context, typed, wait);
  const outcome = await createOrganization(ctx, form.value);
  if (outcome.ok) return redirect(`${paths.partner.partnerships()}?created=${outcome.value.organizationId}`);
  if (outcome.refusal === "not_for_students") throw new Response(null, { status: 403 });
  const likely: FoundOrganization[] = await findLikelySame(ctx.db, form.value);
  const lastResult = refusedForm(typed, translator(context.locale)("joining:new_organization.likely"));
  return data({ lastResult, likely: likely.filter(({ isLikelySame }) => isLikelySame) }, { status: 409 });
}

export default function CreateOrganization() {
  const { email, q, idempotencyKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { form, fields, likely } = useNewOrganization(answer, q);
  const t = useT();
  const locale = useLocale();
  return (
    <>
      <JoiningAs email={email} />
      <PageHeading title={t("joining:new_organization.title")} lede={t("joining:new_organization.lede")} />
      <ErrorSummary form={form} />
      {likely.length > 0 && (
        <section aria-label={t("joining:new_organization.likely")} className="mb-8 measure">
          <AskToJoin organizations={likely} idempotencyKey={idempotencyKey} />
        </section>
      )}
      <form method="post" action={paths.join.newOrganization(locale)} {...getFormProps(form)}>
        <IdempotencyKey value={idempotencyKey} />
        {likely.length > 0 && <Checkbox field={fields.isNew} label={t("joining:new_organization.is_new")} />}
        <OrganizationFields fields={fields} />
        <Button>{t("joining:new_organization.button")}</Button>
      </form>
    </>
  );
}
