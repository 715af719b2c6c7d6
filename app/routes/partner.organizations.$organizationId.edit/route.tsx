import { getFormProps, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { requirePartner } from "#app/auth/guards.server.ts";
import { ACCESS, SPOKEN_LANGUAGES } from "#app/domain/opportunities/choices.ts";
import { LONGEST_ABOUT } from "#app/domain/organizations/profile-limits.ts";
import { getProfile, saveProfile } from "#app/domain/organizations/profile.server.ts";
import { ProfileForm } from "#app/domain/organizations/profile.ts";
import { SECTORS } from "#app/domain/organizations/sectors.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { changeOrganization } from "#app/http/organization-change.server.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { AddressFields } from "#app/ui/address-fields.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { CheckboxGroup } from "#app/ui/checkbox-group.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePartner(args);
  const profile = await getProfile(ctx, idParam(args.params, "organizationId"));
  if (!profile) throw notFound();
  const { id, name, version, isOwner, sector, about, website, street, city, state, zip, languages, access } = profile;
  return {
    ...{ id, version, isOwner },
    title: translator(args.context.locale)("profile:edit_title", { name }),
    typed: { sector, about, website, street, city, state, zip, languages, access },
    idempotencyKey: crypto.randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePartner(args);
  return changeOrganization(args, ctx, {
    schema: ProfileForm,
    verb: ({ version, idempotencyKey, ...facts }, organizationId) =>
      saveProfile(ctx, { organizationId, version, idempotencyKey, facts }),
    done: "saved",
  });
}

export default function EditProfile() {
  const { id, version, title, typed, idempotencyKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const t = useT();
  const [form, fields] = useForm<typeof typed>({ id: "profile", lastResult, defaultValue: typed });
  const labels = {
    ...{ sector: t("joining:field.sector").replace(/[¿?]/g, ""), about: t("profile:field.about") },
    ...{ website: t("joining:field.website"), street: t("partner:field.street"), city: t("partner:field.city") },
    ...{ state: t("partner:field.state"), zip: t("partner:field.zip") },
  };
  return (
    <div className="measure">
      <PageHeading title={title} lede={t("profile:edit_lede")} />
      <Form method="post" {...getFormProps(form)}>
        <ErrorSummary form={form} labels={labels} />
        <IdempotencyKey value={idempotencyKey} />
        <input type="hidden" name="version" value={version} />
        <SelectField
          field={fields.sector}
          label={t("joining:field.sector")}
          options={SECTORS.map((value) => ({ value, label: t(`opportunity:sector.${value}`) }))}
        />
        <TextArea field={fields.about} label={t("profile:field.about")} optional maxLength={LONGEST_ABOUT} rows={5} />
        <TextField
          field={fields.website}
          label={t("joining:field.website")}
          help={t("profile:website_help")}
          optional
          inputMode="url"
          maxLength={300}
        />
        <AddressFields fields={fields} need="optional" zipHelp={t("profile:zip_help")} />
        <CheckboxGroup
          field={fields.languages}
          legend={t("profile:field.languages")}
          optional
          columns
          options={SPOKEN_LANGUAGES.map((value) => ({ value, label: t(`opportunity:spoken.${value}`) }))}
        />
        <CheckboxGroup
          field={fields.access}
          legend={t("profile:field.access")}
          optional
          options={ACCESS.map((value) => ({ value, label: t(`opportunity:access.${value}`) }))}
        />
        <div className="flex flex-wrap gap-3">
          <Button>{t("profile:save")}</Button>
          <ButtonLink to={paths.partner.organization(id)} variant="quiet">
            {t("profile:back")}
          </ButtonLink>
        </div>
      </Form>
    </div>
  );
}
