import { getFormProps, useForm, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import type { ProfilePage } from "#app/http/student-profile-form.server.ts";
import { RADII, TIMES, TRAVEL } from "#app/domain/interests/interest-profile.ts";
import { SPOKEN_LANGUAGES } from "#app/domain/opportunities/choices.ts";
import { NEEDS } from "#app/domain/people/student-profile.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "../button.tsx";
import { CheckboxGroup } from "../checkbox-group.tsx";
import { ErrorSummary } from "../error-summary.tsx";
import type { FormField } from "../field.tsx";
import { FieldGroup } from "../field-group.tsx";
import { Icon } from "../icon.tsx";
import { IdempotencyKey } from "../idempotency-key.tsx";
import { SelectField, type Option } from "../select-field.tsx";
import { TextField } from "../text-field.tsx";

const GRADES = Array.from({ length: 13 }, (_, grade) => grade);
const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1));

interface Filling {
  page: ProfilePage;
  lastResult?: SubmissionResult<string[]> | undefined;
  /** What is kept of the interest questions. */
  children: ReactNode;
}

/** What a student says of themselves; every field may stay empty and says what it is for. */
export function ProfileForm({ page, lastResult, children }: Filling) {
  const { values, choices, lastBell, read } = page;
  const [form, fields] = useForm<typeof values>({ id: "student", lastResult, defaultValue: values });
  const t = useT();
  const says = (each: keyof typeof values) => t(`learner:profile.help.${each as "grade"}`);
  const named = (each: keyof typeof values) => t(`learner:profile.field.${each as "grade"}`);
  return (
    <Form method="post" {...getFormProps(form)} className="max-w-2xl">
      <ErrorSummary form={form} />
      <IdempotencyKey value={read.idempotencyKey} />
      <input type="hidden" name="version" value={read.version} />
      <Part title={t("learner:profile.part.school")}>
        <SelectField
          field={fields.schoolId}
          label={named("schoolId")}
          help={says("schoolId")}
          placeholder="—"
          options={choices.schools}
        />
        <SelectField
          field={fields.grade}
          label={named("grade")}
          help={says("grade")}
          placeholder="—"
          options={GRADES.map((grade) => ({
            value: String(grade),
            label: grade === 0 ? t("interests:matches.kindergarten") : t("interests:matches.grade_option", { grade }),
          }))}
        />
        <FieldGroup legend={t("learner:profile.field.birth")} help={t("learner:profile.help.birth")}>
          <SelectField
            field={fields.birthMonth}
            label={t("people:age.month")}
            placeholder="—"
            options={MONTHS.map((value) => ({ value, label: value }))}
          />
          <TextField
            field={fields.birthYear}
            label={t("people:age.year")}
            inputMode="numeric"
            short
            autoComplete="off"
          />
        </FieldGroup>
      </Part>
      <Part title={t("learner:profile.part.likes")}>
        {children}
        <Folded field={fields.pathwayIds} legend={named("pathwayIds")} options={choices.pathways} />
        <Folded field={fields.clusters} legend={named("clusters")} options={choices.clusters} />
        <Folded field={fields.skills} legend={named("skills")} help={says("skills")} options={choices.skills} />
      </Part>
      <Part title={t("learner:profile.part.when")}>
        <CheckboxGroup
          field={fields.freeAt}
          legend={named("freeAt")}
          help={lastBell ? t("learner:profile.free_after_bell", { time: lastBell }) : says("freeAt")}
          options={TIMES.map((value) => ({ value, label: t(`opportunity:when.${value}`) }))}
        />
        <TextField
          field={fields.zip}
          label={named("zip")}
          help={says("zip")}
          inputMode="numeric"
          autoComplete="postal-code"
          maxLength={5}
          short
        />
        <CheckboxGroup
          field={fields.travel}
          legend={named("travel")}
          help={says("travel")}
          options={TRAVEL.map((value) => ({ value, label: t(`learner:profile.travel.${value}`) }))}
        />
        <SelectField
          field={fields.withinMiles}
          label={named("withinMiles")}
          help={says("withinMiles")}
          placeholder={t("interests:matches.filters.within_any")}
          options={RADII.map((miles) => ({
            value: String(miles),
            label: t("interests:matches.filters.within_miles", { count: miles }),
          }))}
        />
      </Part>
      <Part title={t("learner:profile.part.needs")}>
        <CheckboxGroup
          field={fields.needs}
          legend={named("needs")}
          help={says("needs")}
          options={NEEDS.map((value) => ({ value, label: t(`learner:profile.need.${value}`) }))}
        />
        <CheckboxGroup
          field={fields.languages}
          legend={named("languages")}
          help={says("languages")}
          columns
          options={SPOKEN_LANGUAGES.map((value) => ({ value, label: t(`opportunity:spoken.${value}`) }))}
        />
      </Part>
      <Button icon="check">{t("learner:profile.save")}</Button>
    </Form>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mb-8">
      <h2 className="mb-3">{title}</h2>
      {children}
    </section>
  );
}

/** A long list, folded until something of it is chosen. */
function Folded(props: { field: FormField; legend: string; help?: string; options: readonly Option[] }) {
  const { field, legend, help, options } = props;
  const chosen = [field.initialValue ?? []].flat().length;
  return options.length === 0 ? null : (
    <details className="match-choices" open={chosen > 0}>
      <summary>
        <Icon name="chevron-right" />
        {legend}
        {chosen > 0 && <span className="count">{chosen}</span>}
      </summary>
      <CheckboxGroup
        field={field}
        legend={<span className="visually-hidden">{legend}</span>}
        help={help}
        columns
        options={options}
      />
    </details>
  );
}
