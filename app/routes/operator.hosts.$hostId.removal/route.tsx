import { getFormProps, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { requireOperator } from "#app/auth/guards.server.ts";
import { getHost, takeHost } from "#app/domain/districts/district-hosts.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { answerChange, Pressed } from "#app/http/transition.server.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOperator(args);
  const given = await getHost(ctx, idParam(args.params, "hostId"));
  if (!given) throw notFound();
  const { districtId, host, name } = given;
  const t = translator(args.context.locale);
  return {
    ...{ districtId, district: name, idempotencyKey: crypto.randomUUID() },
    title: t("operator:hosts.removal.title", { host }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOperator(args);
  const hostId = idParam(args.params, "hostId");
  return answerChange(args, {
    schema: Pressed,
    verb: (input) => takeHost(ctx, { ...input, hostId }),
    refusals: {},
    next: ({ districtId }) => paths.operator.hosts(districtId, "removed"),
  });
}

/** Asks before it is done: who has a link to the name is led nowhere after. */
export default function RemoveHost() {
  const { title, district, districtId, idempotencyKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form] = useForm({ id: "removal", lastResult });
  const t = useT();
  return (
    <>
      <PageHeading title={title} lede={t("operator:hosts.removal.lede", { district })} />
      <Form method="post" {...getFormProps(form)}>
        <ErrorSummary form={form} />
        <IdempotencyKey value={idempotencyKey} />
        <div className="flex flex-wrap gap-3">
          <Button variant="danger" icon="trash-2">
            {t("operator:hosts.removal.button")}
          </Button>
          <ButtonLink to={paths.operator.hosts(districtId)} variant="secondary">
            {t("operator:hosts.removal.keep")}
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}
