import { useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { School, type SchoolInput } from "#app/domain/districts/school-form.ts";
import { addSchool } from "#app/domain/districts/schools.server.ts";
import { ownDistrict } from "#app/domain/districts/settings.server.ts";
import { paths } from "#app/http/paths.ts";
import { answerChange } from "#app/http/transition.server.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { SchoolFields } from "#app/ui/settings/school-fields.tsx";
import { SettingsForm } from "#app/ui/settings/settings-form.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireAdmin(args);
  const { version } = await ownDistrict(ctx);
  return {
    title: translator(args.context.locale)("settings:schools.new"),
    read: { version, idempotencyKey: crypto.randomUUID() },
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireAdmin(args);
  return answerChange(args, {
    schema: School,
    verb: (input) => addSchool(ctx, input),
    refusals: {
      changed_since_read: "settings:changed_since_read",
      name_taken: { field: "name", message: "settings:schools.name_taken" },
      unknown_zip: { field: "zip", message: "people:districts.errors.zip" },
      too_many: "settings:schools.too_many",
    },
    next: () => paths.coordinator.settings.topic("schools"),
  });
}

const USUAL: Partial<SchoolInput> = { gradeMin: "9", gradeMax: "12", dayStartsAt: "08:00", dayEndsAt: "15:00" };

export default function NewSchool() {
  const { title, read } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<SchoolInput>({ id: "school", lastResult, defaultValue: USUAL });
  const t = useT();
  return (
    <>
      <PageHeading title={title} />
      <SettingsForm
        form={form}
        read={read}
        button={t("settings:schools.add")}
        back={paths.coordinator.settings.topic("schools")}
      >
        <SchoolFields fields={fields} />
      </SettingsForm>
    </>
  );
}
