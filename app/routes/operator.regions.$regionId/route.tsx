import { useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { requireOperator } from "#app/auth/guards.server.ts";
import { listDistricts } from "#app/domain/districts/districts.server.ts";
import { changeRegion, getRegion } from "#app/domain/districts/regions.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { ChangedRegion } from "#app/http/region-form.ts";
import { answerChange } from "#app/http/transition.server.ts";
import { useT } from "#app/i18n/locale.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { RegionForm, type RegionInput } from "#app/ui/region-form.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.typed.name }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOperator(args);
  const region = await getRegion(ctx, idParam(args.params, "regionId"));
  if (!region) throw notFound();
  const districts = await listDistricts(ctx.db);
  return {
    typed: {
      name: region.name,
      nameEs: region.nameEs ?? "",
      districtIds: region.districts.map(({ id }) => id),
    } satisfies RegionInput,
    version: region.version,
    districts: districts.map(({ id, name }) => ({ value: id, label: name })),
    idempotencyKey: crypto.randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOperator(args);
  const regionId = idParam(args.params, "regionId");
  return answerChange(args, {
    schema: ChangedRegion,
    verb: (input) => changeRegion(ctx, { ...input, regionId }),
    refusals: {
      changed_since_read: "settings:changed_since_read",
      unknown_district: { field: "districtIds", message: "front:regions.unknown_district" },
    },
    next: () => paths.operator.regions("saved"),
  });
}

export default function EditRegion() {
  const { typed, version, districts, idempotencyKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<RegionInput>({ id: "region", lastResult, defaultValue: typed });
  const t = useT();
  return (
    <>
      <p className="mb-3">
        <Link to={paths.operator.regions()}>{t("front:regions.title")}</Link>
      </p>
      <PageHeading title={typed.name} />
      <RegionForm
        form={form}
        fields={fields}
        districts={districts}
        idempotencyKey={idempotencyKey}
        button={t("front:regions.save")}
      >
        <input type="hidden" name="version" value={version} />
      </RegionForm>
    </>
  );
}
