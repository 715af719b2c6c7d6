import { getFormProps, useForm, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { Finding } from "#app/domain/opportunities/check-work.ts";
import { stepOf, type Field } from "#app/domain/opportunities/content.ts";
import type { Mark } from "#app/domain/opportunities/step-marks.ts";
import { stepAfter, type Step } from "#app/domain/opportunities/steps.ts";
import type { Suggestions } from "#app/domain/opportunities/suggesting.ts";
import type { TypedValue } from "#app/domain/opportunities/typed-values.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import type { FormField } from "#app/ui/field.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { SavedSite } from "#app/ui/posting/site-picker.tsx";
import { RuleFindings } from "#app/ui/rule-findings.tsx";
import { SafetyFields } from "#app/ui/safety-fields.tsx";
import { AskingFields } from "./asking-fields.tsx";
import { BasicsFields } from "./basics-fields.tsx";
import { SavingStatus } from "./saving-status.tsx";
import { ShiftFields } from "./shift-fields.tsx";
import { SiteFields } from "./site-fields.tsx";
import { SpanishFields } from "./spanish-fields.tsx";
import { StepsNav } from "./steps-nav.tsx";
import { TwoVersions } from "./two-versions.tsx";
import { useAutosave } from "./use-autosave.ts";
import { WhatFields, type AreaGroup } from "./what-fields.tsx";
import { WhenFields } from "./when-fields.tsx";
import { WhereFields } from "./where-fields.tsx";
import { WhoFields } from "./who-fields.tsx";

export type StepFields = Record<Field, FormField>;

export interface StepPage {
  opportunityId: string;
  step: Step;
  version: number;
  typed: Partial<Record<Field, TypedValue>>;
  steps: { name: Step; mark: Mark }[];
  sites: SavedSite[];
  shiftsInWords: string[];
  isPublic: boolean;
  suggested: boolean;
  /** From the text as it is saved; null until they are asked for. */
  suggestions: Suggestions | null;
  areas: AreaGroup[];
  /** What stands beside the Spanish; null where the partner writes in Spanish anyway. */
  english: Record<"title" | "summary" | "description" | "requirements", string | null> | null;
  /** Of the rule check, on what is saved. */
  findings: Finding[];
  idempotencyKey: string;
}

interface Elsewhere {
  saved: StepPage["typed"];
  typed: StepPage["typed"];
  version: number;
  idempotencyKey: string;
}

export function StepForm({
  page,
  lastResult,
  elsewhere,
}: {
  page: StepPage;
  lastResult: SubmissionResult<string[]> | undefined;
  elsewhere: Elsewhere | undefined;
}) {
  const t = useT();
  const { step, typed } = page;
  const [form, fields] = useForm<Record<Field, TypedValue>>({ id: step, lastResult, defaultValue: typed });
  const shown = elsewhere ?? page;
  const labels = Object.fromEntries(
    // A colon follows, which a question does not take.
    Object.keys(typed).map((field) => [field, t(`partner:field.${field as Field}`).replace(/[¿?]/g, "")]),
  );
  const address = paths.partner.edit(page.opportunityId, step);
  const autosave = useAutosave(paths.partner.autosave(page.opportunityId, step), {
    warning: t("posting:autosave.leave"),
    // Where both versions stand side by side, only a person chooses.
    paused: elsewhere !== undefined,
  });
  return (
    <Form method="post" action={address} {...getFormProps(form)} {...autosave.props}>
      {/* Enter means "go on", whatever button stands first. */}
      <button name="then" value="next" tabIndex={-1} aria-hidden="true" className="visually-hidden" />
      <StepsNav steps={page.steps} current={step} />
      {page.isPublic && <Notice>{t("partner:edit.public_stays")}</Notice>}
      {elsewhere ? (
        <TwoVersions saved={elsewhere.saved} typed={elsewhere.typed} areas={page.areas} reload={address} />
      ) : (
        <ErrorSummary form={form} labels={labels} />
      )}
      <IdempotencyKey value={shown.idempotencyKey} />
      <input type="hidden" name="version" value={elsewhere?.version ?? autosave.savedVersion ?? page.version} />
      <RuleFindings findings={findingsOf(step, page.findings)} reader="partner" />
      <FieldsOfStep step={step} fields={fields} page={page} errors={form.allErrors} />
      <SavingStatus saving={autosave.saving} />
      <div className="mt-3 flex flex-wrap gap-3 border-t border-line pt-5">
        <Button name="then" value="next" icon="arrow-right">
          {t(elsewhere ? "partner:elsewhere.keep_mine" : stepAfter(step) ? "partner:edit.next" : "partner:edit.finish")}
        </Button>
        <Button name="then" value="leave" variant="secondary">
          {t("partner:edit.leave")}
        </Button>
      </div>
    </Form>
  );
}

/** Where machines are asked for, everything that limits who may go; elsewhere what its own fields cause. */
const findingsOf = (step: Step, findings: readonly Finding[]) =>
  step === "safety"
    ? findings
    : findings.filter(({ field, severity }) => severity === "warn" && stepOf(field) === step);

function FieldsOfStep({
  step,
  fields,
  page,
  errors,
}: {
  step: Step;
  fields: StepFields;
  page: StepPage;
  errors: Record<string, string[]>;
}) {
  const about = { formId: step, errors };
  switch (step) {
    case "basics":
      return <BasicsFields fields={fields} />;
    case "what":
      return <WhatFields fields={fields} page={page} />;
    case "when":
      return <WhenFields fields={fields} />;
    case "shifts":
      return <ShiftFields fields={fields} about={about} inWords={page.shiftsInWords} />;
    case "where":
      return <WhereFields fields={fields} sites={page.sites} />;
    case "sites":
      return <SiteFields fields={fields} about={about} />;
    case "who":
      return <WhoFields fields={fields} />;
    case "safety":
      return <SafetyFields field={fields.hazards} />;
    case "asking":
      return <AskingFields fields={fields} />;
    case "spanish":
      return <SpanishFields fields={fields} page={page} />;
  }
}
