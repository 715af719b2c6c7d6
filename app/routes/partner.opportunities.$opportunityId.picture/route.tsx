import { getFormProps, useForm } from "@conform-to/react";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { requirePartner } from "#app/auth/guards.server.ts";
import { LONGEST_ALT } from "#app/domain/files/picture.ts";
import { describePicture } from "#app/domain/files/pictures.server.ts";
import { listOffers } from "#app/domain/listings/offering-status.server.ts";
import { getOpportunity } from "#app/domain/opportunities/drafting.server.ts";
import { setPicture } from "#app/domain/opportunities/picturing.server.ts";
import { readForm, refusedForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { pictureOf } from "#app/http/picture-form.server.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PictureField } from "#app/ui/picture-field.tsx";
import { Picture } from "#app/ui/picture.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { PictureForm } from "./picture-form.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const NEWS = ["saved", "removed", "elsewhere"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePartner(args);
  const opportunity = await getOpportunity(ctx, idParam(args.params, "opportunityId"));
  if (!opportunity) throw notFound();
  const { id, title, version } = opportunity;
  const [picture, offers] = await Promise.all([describePicture(ctx.db, opportunity), listOffers(ctx, id)]);
  const news = new URL(args.request.url).searchParams.get("done");
  return {
    ...{ id, version, picture },
    title: translator(args.context.locale)("profile:picture.title", { title }),
    isPublic: offers.some(({ state }) => state === "published"),
    news: NEWS.find((word) => word === news) ?? null,
    idempotencyKey: crypto.randomUUID(),
    removalKey: crypto.randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePartner(args);
  const opportunityId = idParam(args.params, "opportunityId");
  if (!(await getOpportunity(ctx, opportunityId))) throw notFound();
  const form = await readForm(args, PictureForm);
  if (!form.ok) return unprocessable(form);
  const { alt, picture: file, ...rest } = form.value;
  const sent = await pictureOf(args.context, ctx, file, { alt });
  if (!sent.ok) return sent.answer;
  const outcome = await setPicture(ctx, { ...rest, opportunityId, alt, picture: sent.picture });
  if (outcome.ok) return redirect(paths.partner.picture(opportunityId, "saved"));
  if (outcome.refusal === "not_found") throw notFound();
  const field = outcome.refusal === "no_picture" ? "picture" : "";
  const message = translator(args.context.locale)(`profile:picture.refused.${outcome.refusal}`);
  const lastResult = refusedForm({ alt }, message, field);
  return unprocessable({ lastResult });
}

export default function OpportunityPicture() {
  const page = useLoaderData<typeof loader>();
  // Once saved it is another form, on which nothing is wrong yet.
  return <PicturePage key={page.version} page={page} />;
}

function PicturePage({ page }: { page: ReturnType<typeof useLoaderData<typeof loader>> }) {
  const lastResult = useActionData<typeof action>()?.lastResult;
  const t = useT();
  const { id, picture, version } = page;
  const [form, fields] = useForm<Record<"picture" | "alt", string>>({
    id: "opportunity-picture",
    lastResult,
    defaultValue: { alt: picture?.alt ?? "" },
  });
  const labels = { picture: t("profile:picture.file"), alt: t("profile:picture.alt").replace(/[¿?]/g, "") };
  return (
    <div className="measure">
      <PageHeading title={page.title} lede={t("profile:picture.lede")} />
      {page.news && !lastResult && (
        <Notice tone={page.news === "elsewhere" ? "warning" : "success"} live>
          {t(`profile:picture.done.${page.news}`)}
        </Notice>
      )}
      {page.isPublic && <Notice>{t("partner:edit.public_stays")}</Notice>}
      {picture && (
        <figure className="mb-6">
          <Picture picture={picture} className="h-auto max-h-96 w-auto max-w-full rounded-card" />
          <figcaption className="mt-1 text-sm text-muted">{picture.alt}</figcaption>
        </figure>
      )}
      <Form method="post" encType="multipart/form-data" action={paths.partner.picture(id)} {...getFormProps(form)}>
        <ErrorSummary form={form} labels={labels} />
        <IdempotencyKey value={page.idempotencyKey} />
        <input type="hidden" name="version" value={version} />
        <PictureField
          field={fields.picture}
          label={t(picture ? "profile:picture.another" : "profile:picture.file")}
          again={lastResult !== undefined}
        />
        <TextField
          field={fields.alt}
          label={t("profile:picture.alt")}
          help={t("profile:picture.alt_help")}
          maxLength={LONGEST_ALT}
        />
        <Button>{t("profile:picture.save")}</Button>
      </Form>
      {picture && (
        <Form method="post" action={paths.partner.pictureRemoval(id)} className="mt-4">
          <IdempotencyKey value={page.removalKey} />
          <input type="hidden" name="version" value={version} />
          <Button variant="danger">{t("profile:picture.remove")}</Button>
        </Form>
      )}
      <p className="mt-8">
        <ButtonLink to={paths.partner.opportunity(id)} variant="quiet" icon="arrow-left">
          {t("partner:edit.back")}
        </ButtonLink>
      </p>
    </div>
  );
}
