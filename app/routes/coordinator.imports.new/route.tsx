import { getFormProps, useForm } from "@conform-to/react";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { checkImport } from "#app/domain/imports/check-import.server.ts";
import { listKnownLists } from "#app/domain/imports/imports.server.ts";
import { listNameOf } from "#app/domain/imports/list-name.ts";
import { IMPORT_MODES } from "#app/domain/imports/report.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { Upload } from "./upload.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  return {
    title: translator(args.context.locale)("imports:new.title"),
    knownLists: await listKnownLists(ctx),
    modes: IMPORT_MODES,
    idempotencyKey: crypto.randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const form = await readForm(args, Upload);
  if (!form.ok) return unprocessable(form);
  const { file, source, mode, shiftDates, idempotencyKey } = form.value;
  const outcome = await checkImport(ctx, {
    districtId: ctx.actor.districtId,
    fileName: file.name,
    bytes: new Uint8Array(await file.arrayBuffer()),
    options: { mode, shiftDates, source: source || listNameOf(file.name) },
    idempotencyKey,
  });
  if (outcome.ok) return redirect(paths.coordinator.import(outcome.value.importId));
  if (outcome.refusal === "not_found") throw notFound();
  const message = translator(args.context.locale)(`imports:file.${outcome.refusal}`);
  const initialValue = { source: source ?? "", mode, ...(shiftDates ? { shiftDates: "on" } : {}) };
  return data({ lastResult: { status: "error" as const, initialValue, error: { file: [message] } } }, { status: 422 });
}

export default function NewImport() {
  const { knownLists, idempotencyKey, modes } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<Record<"file" | "source" | "mode" | "shiftDates", string>>({
    id: "upload",
    lastResult,
    defaultValue: { mode: "review" },
  });
  const t = useT();
  const labels = { file: t("imports:new.file"), source: t("imports:new.source"), mode: t("imports:choices.mode") };
  return (
    <div className="measure">
      <PageHeading title={t("imports:new.title")} lede={t("imports:new.lede")} />
      <Form method="post" encType="multipart/form-data" {...getFormProps(form)}>
        <ErrorSummary form={form} labels={labels} />
        <IdempotencyKey value={idempotencyKey} />
        <TextField
          field={fields.file}
          type="file"
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          label={t("imports:new.file")}
          help={t("imports:new.file_help")}
        />
        <TextField
          field={fields.source}
          label={t("imports:new.source")}
          help={
            <>
              {t("imports:new.source_help")}
              {knownLists.length > 0 && <> {t("imports:new.known", { names: knownLists.join(", ") })}</>}
            </>
          }
          optional
          list="known-lists"
          maxLength={120}
        />
        <datalist id="known-lists">
          {knownLists.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <RadioGroup
          field={fields.mode}
          legend={t("imports:choices.mode")}
          options={modes.toReversed().map((value) => ({ value, label: t(`imports:choices.${value}`) }))}
        />
        <Checkbox field={fields.shiftDates} label={t("imports:choices.shift")} help={t("imports:choices.shift_help")} />
        <Button icon="arrow-right">{t("imports:new.read")}</Button>
      </Form>
    </div>
  );
}
