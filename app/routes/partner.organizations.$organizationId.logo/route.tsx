import { getFormProps, useForm } from "@conform-to/react";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { requirePartner } from "#app/auth/guards.server.ts";
import { describePicture } from "#app/domain/files/pictures.server.ts";
import { getProfile, setLogo } from "#app/domain/organizations/profile.server.ts";
import { readForm, refusedForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { pictureOf } from "#app/http/picture-form.server.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PictureField } from "#app/ui/picture-field.tsx";
import { Picture } from "#app/ui/picture.tsx";
import { LogoForm } from "./logo-form.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePartner(args);
  const profile = await getProfile(ctx, idParam(args.params, "organizationId"));
  if (!profile) throw notFound();
  const { id, name, version, logoId } = profile;
  return {
    ...{ id, version },
    title: translator(args.context.locale)("profile:logo.of", { name }),
    logo: await describePicture(ctx.db, { pictureId: logoId, pictureAlt: name }),
    idempotencyKey: crypto.randomUUID(),
    removalKey: crypto.randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePartner(args);
  const organizationId = idParam(args.params, "organizationId");
  const profile = await getProfile(ctx, organizationId);
  if (!profile) throw notFound();
  const form = await readForm(args, LogoForm);
  if (!form.ok) return unprocessable(form);
  const t = translator(args.context.locale);
  const { picture: file, ...changing } = form.value;
  if (!profile.isOwner) return unprocessable({ lastResult: refusedForm({}, t("profile:refused.not_owner")) });
  const sent = await pictureOf(args.context, ctx, file);
  if (!sent.ok) return sent.answer;
  const { picture } = sent;
  if (!picture)
    return unprocessable({ lastResult: refusedForm({}, t("profile:picture.refused.no_picture"), "picture") });
  const outcome = await setLogo(ctx, { ...changing, organizationId, picture });
  if (outcome.ok) return redirect(paths.partner.organization(organizationId, "logo_saved"));
  if (outcome.refusal === "not_found") throw notFound();
  return unprocessable({ lastResult: refusedForm({}, t(`profile:refused.${outcome.refusal}`)) });
}

export default function Logo() {
  const { id, version, title, logo, idempotencyKey, removalKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const t = useT();
  const [form, fields] = useForm<{ picture: string }>({ id: "logo-form", lastResult });
  return (
    <div className="measure">
      <PageHeading title={title} lede={t("profile:logo.lede")} />
      {logo && <Picture picture={logo} className="mb-6 h-auto max-h-40 w-auto max-w-full rounded-control" />}
      <Form method="post" encType="multipart/form-data" {...getFormProps(form)}>
        <ErrorSummary form={form} labels={{ picture: t("profile:picture.file") }} />
        <IdempotencyKey value={idempotencyKey} />
        <input type="hidden" name="version" value={version} />
        <PictureField field={fields.picture} label={t("profile:picture.file")} again={lastResult !== undefined} />
        <Button>{t("profile:logo.save")}</Button>
      </Form>
      {logo && (
        <Form method="post" action={paths.partner.logoRemoval(id)} className="mt-4">
          <IdempotencyKey value={removalKey} />
          <input type="hidden" name="version" value={version} />
          <Button variant="danger">{t("profile:logo.remove")}</Button>
        </Form>
      )}
      <p className="mt-8">
        <ButtonLink to={paths.partner.organization(id)} variant="quiet" icon="arrow-left">
          {t("profile:back")}
        </ButtonLink>
      </p>
    </div>
  );
}
