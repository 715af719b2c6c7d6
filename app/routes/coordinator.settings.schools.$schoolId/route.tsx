import { useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { School, type SchoolInput } from "#app/domain/districts/school-form.ts";
import { changeSchool, getSchool } from "#app/domain/districts/schools.server.ts";
import { ownDistrict } from "#app/domain/districts/settings.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { answerChange } from "#app/http/transition.server.ts";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { RetirementLink } from "#app/ui/settings/retirement.tsx";
import { SchoolFields } from "#app/ui/settings/school-fields.tsx";
import { SettingsForm } from "#app/ui/settings/settings-form.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.school.name }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireAdmin(args);
  const school = await getSchool(ctx, idParam(args.params, "schoolId"));
  if (!school) throw notFound();
  const { version } = await ownDistrict(ctx);
  const { id, name, street, city, zip, gradeMin, gradeMax, dayStartsAt, dayEndsAt, retiredAt } = school;
  return {
    id,
    isRetired: retiredAt !== null,
    school: {
      ...{ name, street, city, zip },
      ...{ gradeMin: String(gradeMin), gradeMax: String(gradeMax) },
      ...{ dayStartsAt: dayStartsAt.slice(0, 5), dayEndsAt: dayEndsAt.slice(0, 5) },
    } satisfies SchoolInput,
    read: { version, idempotencyKey: crypto.randomUUID() },
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireAdmin(args);
  const schoolId = idParam(args.params, "schoolId");
  if (!(await getSchool(ctx, schoolId))) throw notFound();
  return answerChange(args, {
    schema: School,
    verb: (input) => changeSchool(ctx, { ...input, schoolId }),
    refusals: {
      changed_since_read: "settings:changed_since_read",
      name_taken: { field: "name", message: "settings:schools.name_taken" },
      unknown_zip: { field: "zip", message: "people:districts.errors.zip" },
    },
    next: () => paths.coordinator.settings.topic("schools"),
  });
}

export default function ChangeSchool() {
  const { id, isRetired, school, read } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<SchoolInput>({ id: "school", lastResult, defaultValue: school });
  return (
    <>
      <PageHeading title={school.name} />
      <SettingsForm form={form} read={read} back={paths.coordinator.settings.topic("schools")}>
        <SchoolFields fields={fields} />
      </SettingsForm>
      <RetirementLink what="schools" isRetired={isRetired} to={paths.coordinator.settings.schoolRetirement(id)} />
    </>
  );
}
