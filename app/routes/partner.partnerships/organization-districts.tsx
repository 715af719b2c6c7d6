import { getFormProps, useForm, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { canMove, type Standing } from "#app/domain/organizations/partnership-lifecycle.ts";
import type { Partnership } from "#app/domain/organizations/standing.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckboxGroup } from "#app/ui/checkbox-group.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { StandingTag } from "#app/ui/vetting/standing-tag.tsx";

interface District {
  id: string;
  name: string;
  standing: Standing;
  until: string | null;
  declineReason: Partnership["declineReason"];
  note: string | null;
}

/** Where one organization stands with each district that knows it, and a form to ask the others. */
export function OrganizationDistricts({
  organization,
  idempotencyKey,
  lastResult,
}: {
  organization: { id: string; districts: District[] };
  idempotencyKey: string;
  lastResult: SubmissionResult<string[]> | undefined;
}) {
  const { id, districts } = organization;
  const [form, fields] = useForm<{ districtIds: string[] }>({ id: `ask-${id}`, lastResult });
  const t = useT();
  const known = districts.filter(({ standing }) => standing !== "none");
  const open = districts.filter(({ standing }) => canMove("request", standing));
  return (
    <>
      {known.length > 0 && (
        <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
          {known.map((district) => (
            <Known key={district.id} district={district} />
          ))}
        </ul>
      )}
      {open.length > 0 && (
        <Form method="post" className="mt-5" {...getFormProps(form)}>
          <ErrorSummary form={form} />
          <IdempotencyKey value={idempotencyKey} />
          <input type="hidden" name="organizationId" value={id} />
          <CheckboxGroup
            field={fields.districtIds}
            legend={t("joining:districts.ask_legend")}
            help={t("joining:districts.ask_help")}
            options={open.map(({ id: value, name, standing }) => ({
              value,
              label: standing === "none" ? name : t("joining:districts.ask_again", { district: name }),
            }))}
          />
          <Button icon="send">{t("joining:districts.ask")}</Button>
        </Form>
      )}
    </>
  );
}

function Known({ district: { name, standing, until, declineReason, note } }: { district: District }) {
  const t = useT();
  return (
    <li className="grid gap-x-6 gap-y-1 px-4 py-3 md:grid-cols-[1fr_auto] md:items-center">
      <div className="min-w-0">
        <h3>{name}</h3>
        <p className="text-sm text-muted">
          {until && (standing === "approved" || standing === "lapsed")
            ? t("joining:partnerships.until", { day: until })
            : t(`joining:districts.about.${standing}`)}
        </p>
        {declineReason && <p>{t(`joining:partnerships.reasons.${declineReason}`)}</p>}
        {note && (
          <blockquote className="measure border-s-4 border-line ps-3 whitespace-pre-line text-muted">{note}</blockquote>
        )}
      </div>
      <p>
        <StandingTag standing={standing} />
      </p>
    </li>
  );
}
