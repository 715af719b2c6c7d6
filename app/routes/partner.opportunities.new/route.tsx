import { getFormProps, useForm, type SubmissionResult } from "@conform-to/react";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requirePartner } from "#app/auth/guards.server.ts";
import type { Context, Partner } from "#app/domain/context.ts";
import { FIRST_FIELDS, firstSchema } from "#app/domain/opportunities/content.ts";
import { draftOpportunity } from "#app/domain/opportunities/drafting.server.ts";
import { wholeFirstSchema } from "#app/domain/opportunities/first-page.ts";
import { ADDRESS } from "#app/domain/opportunities/submission-rules.ts";
import { listOwnOrganizations } from "#app/domain/organizations/partnerships.server.ts";
import { siteInWords } from "#app/domain/organizations/site-place.ts";
import { listSites } from "#app/domain/organizations/sites.server.ts";
import { readForm, refusedForm } from "#app/http/forms.server.ts";
import { notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { FirstFields, type FirstField } from "#app/ui/posting/first-fields.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";

const OWN_FIELDS = {
  organizationId: z.guid({ error: "partner:errors.missing.organization" }),
  idempotencyKey: z.uuid(),
};
/** With all that a family needs, or as far as it goes. */
const SCHEMAS = { look: wholeFirstSchema(OWN_FIELDS), later: firstSchema(OWN_FIELDS) };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePartner(args);
  const organizations = await listOwnOrganizations(ctx);
  const sites = await Promise.all(organizations.map(({ id }) => listSites(ctx, id)));
  return {
    title: translator(args.context.locale)("partner:new.title"),
    organizations,
    sites: sites.flat().map((site) => ({ id: site.id, label: siteInWords(site) })),
    language: args.context.locale,
    idempotencyKey: crypto.randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePartner(args);
  const typed = await args.request.clone().formData();
  const then = typed.get("then");
  if (then === "site") return withSite(ctx, typed);
  const form = await readForm(args, then === "later" ? SCHEMAS.later : SCHEMAS.look);
  if (!form.ok) return data({ lastResult: form.lastResult, filled: null }, { status: 422 });
  const outcome = await draftOpportunity(ctx, form.value);
  if (!outcome.ok) throw notFound();
  const { opportunityId } = outcome.value;
  return redirect(
    then === "later"
      ? `${paths.partner.opportunity(opportunityId)}?done=saved`
      : `${paths.partner.preview(opportunityId)}?done=drafted`,
  );
}

/** The form as it was typed, at the chosen site. */
async function withSite(ctx: Context<Partner>, typed: FormData) {
  const sites = await Promise.all(ctx.actor.organizationIds.map((id) => listSites(ctx, id)));
  const site = sites.flat().find(({ id }) => id === typed.get("siteId"));
  if (site) for (const part of ADDRESS) typed.set(part, site[part] ?? "");
  const lastResult: SubmissionResult<string[]> = { initialValue: refusedForm(typed, []).initialValue };
  return data({ lastResult, filled: crypto.randomUUID() });
}

const addressOf = ({ street, city, state }: { street: string | null; city: string | null; state: string | null }) =>
  [street, city, state].filter(Boolean).join(", ");

/** Everything a district asks for, on one page of a phone; the rest may come later. */
export default function NewOpportunity() {
  const { title } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <PageHeading title={title} lede={t("posting:first.lede")} />
      {/* What the server filled in is another form: a browser keeps what stands in the fields of this one. */}
      <NewForm key={answer?.filled} lastResult={answer?.lastResult} filled={answer?.filled != null} />
    </>
  );
}

function NewForm({ lastResult, filled }: { lastResult: SubmissionResult<string[]> | undefined; filled: boolean }) {
  const { organizations, sites, language, idempotencyKey } = useLoaderData<typeof loader>();
  const t = useT();
  const only = organizations.length === 1 ? organizations[0] : undefined;
  const [form, fields] = useForm<Record<FirstField | "organizationId", string>>({
    id: "new",
    lastResult,
    defaultValue: {
      ...{ language, organizationId: only?.id ?? "", setting: "on_site", howToAsk: t("posting:first.how_to_ask") },
      ...(only && { street: only.street, city: only.city, state: only.state, zip: only.zip }),
    },
  });
  const labels = Object.fromEntries(
    (["organizationId", ...FIRST_FIELDS] as const).map((field) => [
      field,
      t(`partner:field.${field}`).replace(/[¿?]/g, ""),
    ]),
  );
  return (
    <Form method="post" {...getFormProps(form)}>
      {/* Enter means the form's own button, whatever button stands first. */}
      <button name="then" value="look" tabIndex={-1} aria-hidden="true" className="visually-hidden" />
      <ErrorSummary form={form} labels={labels} />
      <IdempotencyKey value={idempotencyKey} />
      {only ? (
        <input type="hidden" name="organizationId" value={only.id} />
      ) : (
        <RadioGroup
          field={fields.organizationId}
          legend={t("partner:new.organization")}
          options={organizations.map((each) => ({ value: each.id, label: each.name, help: addressOf(each) }))}
        />
      )}
      <FirstFields
        fields={fields}
        errors={form.allErrors}
        address={only ? addressOf(only) : null}
        sites={sites}
        openAddress={filled}
      />
      <div className="flex flex-wrap gap-3">
        <Button name="then" value="look" icon="arrow-right">
          {t("posting:first.button")}
        </Button>
        <Button name="then" value="later" variant="secondary">
          {t("posting:first.later")}
        </Button>
      </div>
    </Form>
  );
}
