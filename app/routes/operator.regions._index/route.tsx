import { useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { requireOperator } from "#app/auth/guards.server.ts";
import { listDistricts } from "#app/domain/districts/districts.server.ts";
import { createRegion, listRegions } from "#app/domain/districts/regions.server.ts";
import { paths } from "#app/http/paths.ts";
import { NewRegion } from "#app/http/region-form.ts";
import { answerChange } from "#app/http/transition.server.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { RegionForm, type RegionInput } from "#app/ui/region-form.tsx";
import { TextField } from "#app/ui/text-field.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOperator(args);
  const [regions, districts] = await Promise.all([listRegions(ctx.db), listDistricts(ctx.db)]);
  return {
    title: translator(args.context.locale)("front:regions.title"),
    regions: regions.map(({ id, slug, name }) => ({ id, slug, name })),
    districts: districts.map(({ id, name }) => ({ value: id, label: name })),
    idempotencyKey: crypto.randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOperator(args);
  return answerChange(args, {
    schema: NewRegion,
    verb: (input) => createRegion(ctx, input),
    refusals: {
      slug_taken: { field: "slug", message: "front:regions.slug_taken" },
      unknown_district: { field: "districtIds", message: "front:regions.unknown_district" },
    },
    next: () => paths.operator.regions("saved"),
  });
}

export default function Regions() {
  const { title, regions, districts, idempotencyKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<RegionInput & { slug: string }>({ id: `region-${regions.length}`, lastResult });
  const [asked] = useSearchParams();
  const t = useT();
  const locale = useLocale();
  return (
    <>
      <PageHeading title={title} lede={t("front:regions.lede")} />
      {asked.has("done") && !lastResult && <Notice tone="success" title={t("front:regions.saved")} live />}
      {regions.length === 0 && <EmptyState title={t("front:regions.none")} />}
      <ul className="divide-y divide-line rounded-card border border-line bg-surface" hidden={regions.length === 0}>
        {regions.map(({ id, slug, name }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 px-4 py-3">
            <Link to={paths.operator.region(id)} className="font-semibold">
              {name}
            </Link>
            <a href={paths.region(locale, slug)}>
              {t("front:regions.see")}
              <span className="sr-only"> {name}</span>
            </a>
          </li>
        ))}
      </ul>
      <h2 className="mt-8 mb-3">{t("front:regions.create")}</h2>
      <RegionForm
        form={form}
        fields={fields}
        districts={districts}
        idempotencyKey={idempotencyKey}
        button={t("front:regions.create")}
      >
        <TextField
          field={fields.slug}
          label={t("people:districts.slug")}
          help={t("front:regions.slug_help")}
          autoCapitalize="none"
          maxLength={40}
          required
        />
      </RegionForm>
    </>
  );
}
