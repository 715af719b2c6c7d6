import { getFormProps, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { requireOperator } from "#app/auth/guards.server.ts";
import { giveHost, listHosts } from "#app/domain/districts/district-hosts.server.ts";
import { getDistrict } from "#app/domain/districts/districts.server.ts";
import { originAt, readHost } from "#app/domain/districts/host-name.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { answerChange } from "#app/http/transition.server.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { TextField } from "#app/ui/text-field.tsx";

const NewHost = z.object({
  idempotencyKey: z.uuid(),
  host: z.string().transform((typed, { addIssue }) => {
    const read = readHost(typed);
    if (read.ok) return read.host;
    addIssue({ code: "custom", message: `operator:hosts.problem.${read.problem}` });
    return z.NEVER;
  }),
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOperator(args);
  const district = await getDistrict(ctx.db, idParam(args.params, "districtId"));
  if (!district) throw notFound();
  const { origin, locale } = args.context;
  const hosts = await listHosts(ctx.db, district.id);
  return {
    title: translator(locale)("operator:hosts.title", { district: district.name }),
    ...{ origin, slug: district.slug, idempotencyKey: crypto.randomUUID() },
    hosts: hosts.map(({ id, host }) => ({ id, host, origin: originAt(host, origin) })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOperator(args);
  const districtId = idParam(args.params, "districtId");
  const siteHost = new URL(args.context.origin).hostname;
  const at = (message: GivingMessage) => ({ field: "host", message }) as const;
  return answerChange(args, {
    schema: NewHost,
    verb: (input) => giveHost(ctx, { ...input, districtId, siteHost }),
    refusals: {
      own_host: at("operator:hosts.problem.own_host"),
      already_given: at("operator:hosts.problem.already_given"),
      of_another_district: at("operator:hosts.problem.of_another_district"),
      too_many: at("operator:hosts.problem.too_many"),
    },
    next: () => paths.operator.hosts(districtId, "added"),
  });
}

type GivingMessage = `operator:hosts.problem.${"own_host" | "already_given" | "of_another_district" | "too_many"}`;

/** The names under which a district's pages are read. */
export default function DistrictHosts() {
  const { title, origin, slug, hosts, idempotencyKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<{ host: string }>({ id: `host-${hosts.length}`, lastResult });
  const [asked] = useSearchParams();
  const done = (["added", "removed"] as const).find((each) => each === asked.get("done"));
  const t = useT();
  const front = paths.district(useLocale(), slug);
  return (
    <>
      <p className="mb-3">
        <Link to={paths.operator.districts()}>{t("people:districts.title")}</Link>
      </p>
      <PageHeading title={title} lede={t("operator:hosts.lede")} />
      {done && !lastResult && <Notice tone="success" title={t(`operator:hosts.${done}`)} live />}
      <ul className="max-w-2xl divide-y divide-line rounded-card border border-line bg-surface">
        <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 px-4 py-3">
          <a href={front} className="min-w-0 break-all">
            {origin + front}
          </a>
          <Tag>{t("operator:hosts.always")}</Tag>
        </li>
        {hosts.map(({ id, host, origin }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 px-4 py-3">
            <a href={origin} className="min-w-0 font-semibold break-all">
              {origin}
            </a>
            <Link to={paths.operator.hostRemoval(id)}>
              {t("operator:hosts.remove")}
              <span className="sr-only"> {host}</span>
            </Link>
          </li>
        ))}
      </ul>
      <h2 className="mt-8 mb-3">{t("operator:hosts.add")}</h2>
      <Form method="post" {...getFormProps(form)} className="max-w-2xl">
        <ErrorSummary form={form} />
        <IdempotencyKey value={idempotencyKey} />
        <TextField
          field={fields.host}
          label={t("operator:hosts.host")}
          help={t("operator:hosts.host_help")}
          maxLength={300}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          required
        />
        <Button icon="plus">{t("operator:hosts.button")}</Button>
      </Form>
    </>
  );
}
