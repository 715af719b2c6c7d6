import { useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { readKinds, saveKinds } from "#app/domain/districts/kinds.server.ts";
import { Kinds } from "#app/domain/districts/own-words-form.ts";
import { ownDistrict } from "#app/domain/districts/settings.server.ts";
import { KIND_CODES } from "#app/domain/opportunities/kinds.ts";
import { paths } from "#app/http/paths.ts";
import { answerChange } from "#app/http/transition.server.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { SettingsForm } from "#app/ui/settings/settings-form.tsx";
import { KindFields, type KindInput } from "./kind-fields.tsx";
import { StageFields, type StageInput } from "./stage-fields.tsx";

type KindsInput = {
  offered: string[];
  kinds: KindInput;
  stageNames: StageInput;
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireAdmin(args);
  const { id, version, stageNames } = await ownDistrict(ctx);
  const kinds = await readKinds(ctx.db, id);
  const typed: KindsInput = {
    offered: KIND_CODES.filter((kind) => kinds[kind].offered),
    kinds: Object.fromEntries(
      KIND_CODES.map((kind) => {
        const { name, nameEs, stage, counts5s3 } = kinds[kind];
        return [kind, { name: name ?? "", nameEs: nameEs ?? "", stage, counts5s3: counts5s3 ? "on" : "" }];
      }),
    ) as KindInput,
    stageNames: stageNames as StageInput,
  };
  return {
    title: translator(args.context.locale)("settings:pages.kinds.title"),
    typed,
    read: { version, idempotencyKey: crypto.randomUUID() },
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireAdmin(args);
  return answerChange(args, {
    schema: Kinds,
    verb: (input) => saveKinds(ctx, input),
    refusals: { changed_since_read: "settings:changed_since_read" },
    next: () => paths.coordinator.settings.home("kinds"),
  });
}

export default function KindSettings() {
  const { title, typed, read } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<KindsInput>({ id: "kinds", lastResult, defaultValue: typed });
  const t = useT();
  return (
    <>
      <PageHeading title={title} lede={t("settings:kinds.lede")} />
      <SettingsForm form={form} read={read} wide>
        <KindFields offered={fields.offered} kinds={fields.kinds.getFieldset()} />
        <StageFields stages={fields.stageNames.getFieldset()} />
      </SettingsForm>
    </>
  );
}
