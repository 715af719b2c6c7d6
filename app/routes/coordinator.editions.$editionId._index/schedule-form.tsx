import { Form, useSearchParams } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { Button } from "#app/ui/button.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { dateInWords } from "#app/ui/listing-words.ts";
import { Notice } from "#app/ui/notice.tsx";
import { TextField } from "#app/ui/text-field.tsx";

const PROBLEMS = ["no_day", "day_over", "not_scheduled", "already_published", "changed_since_read"] as const;

interface ScheduleProps {
  edition: { id: string; version: number; state: "draft" | "scheduled" | "published"; publishOn: string | null };
  today: string;
  idempotencyKey: string;
}

/** The day on which the edition is published by itself. */
export function ScheduleForm({ edition: { id, version, state, publishOn }, today, idempotencyKey }: ScheduleProps) {
  const [asked] = useSearchParams();
  const t = useT();
  const locale = useLocale();
  const problem = PROBLEMS.find((word) => word === asked.get("done"));
  const isScheduled = state === "scheduled" && publishOn !== null;
  const hidden = (
    <>
      <IdempotencyKey value={idempotencyKey} />
      <input type="hidden" name="version" value={version} />
    </>
  );
  return (
    <section aria-labelledby="schedule" className="mb-8">
      <h2 id="schedule" className="mb-2">
        {t("editing:schedule.title")}
      </h2>
      {problem && <Notice tone="warning" title={t(`editing:errors.${problem}`)} live />}
      {!isScheduled && publishOn !== null && (
        <Notice tone="warning" title={t("editing:schedule.missed", { date: dateInWords(locale, publishOn) })} />
      )}
      {isScheduled && <p className="mb-3">{t("editing:schedule.is", { date: dateInWords(locale, publishOn) })}</p>}
      <Form method="post" action={paths.coordinator.editions.schedule(id)} className="flex flex-wrap items-end gap-3">
        {hidden}
        <TextField
          name="publishOn"
          type="date"
          label={t("editing:schedule.day")}
          min={today}
          defaultValue={(problem && asked.get("day")) ?? (isScheduled ? publishOn : "")}
          required
        />
        <Button variant="secondary" icon="clock" className="mb-5">
          {t(isScheduled ? "editing:schedule.move" : "editing:schedule.button")}
        </Button>
      </Form>
      {isScheduled && (
        <Form method="post" action={paths.coordinator.editions.schedule(id)}>
          {hidden}
          <Button variant="quiet" icon="x">
            {t("editing:schedule.stop")}
          </Button>
        </Form>
      )}
    </section>
  );
}
