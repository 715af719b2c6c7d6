import { getFormProps, useForm } from "@conform-to/react";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { setLogo } from "#app/domain/districts/logo.server.ts";
import { ownDistrict } from "#app/domain/districts/settings.server.ts";
import { LONGEST_ALT } from "#app/domain/files/picture.ts";
import { describePicture } from "#app/domain/files/pictures.server.ts";
import { readForm, refusedForm, unprocessable } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { pictureOf } from "#app/http/picture-form.server.ts";
import { iconsOf } from "#app/http/pictures.server.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PictureField } from "#app/ui/picture-field.tsx";
import { Picture } from "#app/ui/picture.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { LogoForm } from "./logo-form.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireAdmin(args);
  const { name, version, logoId, logoAlt } = await ownDistrict(ctx);
  return {
    title: translator(args.context.locale)("settings:pages.logo.title"),
    ...{ name, version },
    logo: await describePicture(ctx.db, { pictureId: logoId, pictureAlt: logoAlt }),
    idempotencyKey: crypto.randomUUID(),
    removalKey: crypto.randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireAdmin(args);
  const form = await readForm(args, LogoForm);
  if (!form.ok) return unprocessable(form);
  const { picture: file, alt, ...read } = form.value;
  const sent = await pictureOf(args.context, ctx, file, { alt });
  if (!sent.ok) return sent.answer;
  const logo = sent.picture && { picture: sent.picture, ...(await iconsOf(sent.picture)) };
  const outcome = await setLogo(ctx, { ...read, alt, logo });
  if (outcome.ok) return redirect(paths.coordinator.settings.home("logo"));
  const t = translator(args.context.locale);
  if (outcome.refusal === "no_picture")
    return unprocessable({ lastResult: refusedForm({ alt }, t("profile:picture.refused.no_picture"), "picture") });
  return unprocessable({ lastResult: refusedForm({ alt }, t("settings:changed_since_read")) });
}

export default function LogoSettings() {
  const { title, name, version, logo, idempotencyKey, removalKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const t = useT();
  const [form, fields] = useForm<Record<"picture" | "alt", string>>({
    id: "logo",
    lastResult,
    defaultValue: { alt: logo?.alt ?? name },
  });
  const file = t(logo ? "profile:picture.another" : "profile:picture.file");
  return (
    <div className="max-w-2xl">
      <PageHeading title={title} lede={t("settings:logo.lede")} />
      {logo && <Picture picture={logo} className="mb-6 h-auto max-h-40 w-auto max-w-full rounded-control" />}
      <Form method="post" encType="multipart/form-data" {...getFormProps(form)}>
        <ErrorSummary form={form} labels={{ alt: t("settings:logo.alt") }} />
        <IdempotencyKey value={idempotencyKey} />
        <input type="hidden" name="version" value={version} />
        <PictureField field={fields.picture} label={file} again={lastResult !== undefined} />
        <TextField
          field={fields.alt}
          label={t("settings:logo.alt")}
          help={t("settings:logo.alt_help")}
          maxLength={LONGEST_ALT}
        />
        <div className="flex flex-wrap gap-3">
          <Button icon="check">{t("settings:save")}</Button>
          <ButtonLink to={paths.coordinator.settings.home()} variant="secondary">
            {t("settings:back")}
          </ButtonLink>
        </div>
      </Form>
      {logo && (
        <Form method="post" action={paths.coordinator.settings.logoRemoval()} className="mt-8">
          <IdempotencyKey value={removalKey} />
          <input type="hidden" name="version" value={version} />
          <Button variant="danger" icon="trash-2">
            {t("settings:logo.remove")}
          </Button>
        </Form>
      )}
    </div>
  );
}
