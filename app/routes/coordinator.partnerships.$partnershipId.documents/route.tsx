import { getFormProps, useForm } from "@conform-to/react";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { addDocument } from "#app/domain/organizations/documents.server.ts";
import { DOCUMENT_KINDS } from "#app/domain/organizations/vetting-steps.ts";
import { readForm, refusedForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { VettingPanel } from "#app/ui/vetting/vetting-forms.tsx";
import { useVettingOutlet } from "#app/ui/vetting/vetting-outlet.ts";
import { DocumentForm } from "./document-form.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  await requireCoordinator(args);
  const asked = new URL(args.request.url).searchParams.get("kind");
  return { kind: DOCUMENT_KINDS.find((kind) => kind === asked) ?? "", idempotencyKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const partnershipId = idParam(args.params, "partnershipId");
  const typed = args.request.clone();
  const form = await readForm(args, DocumentForm);
  if (!form.ok) return unprocessable(form);
  const { file: sent, documentKind: kind, ...document } = form.value;
  const file = sent && { name: sent.name, bytes: new Uint8Array(await sent.arrayBuffer()) };
  const outcome = await addDocument(ctx, { ...document, kind, partnershipId, file });
  if (outcome.ok) return redirect(`${paths.coordinator.partnership(partnershipId)}#documents`);
  if (outcome.refusal === "not_found") throw notFound();
  const field = outcome.refusal === "expires_before_issued" ? "expiresOn" : "file";
  const message = translator(args.context.locale)(`vetting:refused.${outcome.refusal}`);
  return unprocessable({ lastResult: refusedForm(await typed.formData(), message, field) });
}

type FieldName = "documentKind" | "subject" | "issuedOn" | "expiresOn" | "file";

export default function AddDocument() {
  const { kind, idempotencyKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const { partnershipId } = useVettingOutlet();
  const [form, fields] = useForm<Record<FieldName, string>>({
    id: "document",
    lastResult,
    defaultValue: { documentKind: kind },
  });
  const t = useT();
  return (
    <VettingPanel title={t("vetting:documents.add")}>
      <Form
        method="post"
        action={paths.vetting.documents(partnershipId)}
        encType="multipart/form-data"
        {...getFormProps(form)}
      >
        <ErrorSummary form={form} labels={{ file: t("vetting:documents.file") }} />
        <IdempotencyKey value={idempotencyKey} />
        <SelectField
          field={fields.documentKind}
          label={t("vetting:documents.kind")}
          placeholder={t("vetting:documents.choose")}
          options={DOCUMENT_KINDS.map((value) => ({ value, label: t(`vetting:kind.${value}`) }))}
          required
        />
        <TextField
          field={fields.subject}
          label={t("vetting:documents.subject")}
          help={t("vetting:documents.subject_help")}
          optional
          maxLength={120}
        />
        <TextField field={fields.issuedOn} label={t("vetting:documents.issued_on")} type="date" optional />
        <TextField
          field={fields.expiresOn}
          label={t("vetting:documents.expires_on")}
          help={t("vetting:documents.expires_help")}
          type="date"
          optional
        />
        <TextField
          field={fields.file}
          type="file"
          accept=".pdf,.png,.jpg,.jpeg"
          label={t("vetting:documents.file")}
          help={t("vetting:documents.file_help")}
          optional
        />
        <Button icon="check">{t("vetting:documents.save")}</Button>
      </Form>
    </VettingPanel>
  );
}
