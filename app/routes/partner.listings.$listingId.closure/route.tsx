import { getFormProps, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requirePartner } from "#app/auth/guards.server.ts";
import { closeListing } from "#app/domain/listings/closing.server.ts";
import { CLOSE_REASONS, type CloseReason } from "#app/domain/listings/closing.ts";
import { getOwnListing } from "#app/domain/listings/offering-status.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { changeListing } from "#app/http/transition.server.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";

const Closing = z.object({
  reason: z.enum(CLOSE_REASONS, { error: "partner:errors.missing.reason" }),
  idempotencyKey: z.uuid(),
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.heading }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePartner(args);
  const listing = await getOwnListing(ctx, idParam(args.params, "listingId"));
  if (!listing) throw notFound();
  const { opportunityId, title, districtName: district, state } = listing;
  const heading = translator(args.context.locale)("partner:close.title", { title, district });
  return { heading, opportunityId, isOpen: state === "published", idempotencyKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePartner(args);
  return changeListing(args, {
    schema: Closing,
    verb: (input) => closeListing(ctx, input),
    refusals: { not_published: "partner:close.not_published" },
    next: ({ opportunityId }) => `${paths.partner.opportunity(opportunityId)}?done=closed`,
  });
}

export default function CloseListing() {
  const { heading, opportunityId, isOpen, idempotencyKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<{ reason: CloseReason }>({ id: "close", lastResult });
  const t = useT();
  const back = (
    <ButtonLink to={paths.partner.opportunity(opportunityId)} variant="secondary">
      {t(isOpen ? "partner:close.cancel" : "partner:send.back")}
    </ButtonLink>
  );
  if (!isOpen)
    return (
      <>
        <PageHeading title={heading} />
        <Notice>{t("partner:close.not_published")}</Notice>
        {back}
      </>
    );
  return (
    <>
      <PageHeading title={heading} lede={t("partner:close.lede")} />
      <Form method="post" {...getFormProps(form)}>
        <ErrorSummary form={form} />
        <IdempotencyKey value={idempotencyKey} />
        <RadioGroup
          field={fields.reason}
          legend={t("partner:close.reason")}
          options={CLOSE_REASONS.map((value) => ({ value, label: t(`partner:close.reasons.${value}`) }))}
        />
        <div className="flex flex-wrap gap-3">
          <Button variant="danger">{t("partner:close.confirm")}</Button>
          {back}
        </div>
      </Form>
    </>
  );
}
