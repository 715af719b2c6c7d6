import { Form } from "@remix-run/react";
import { REMIND_DAYS } from "#app/domain/saved/calendar-links.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "#app/ui/button.tsx";
import { CopyButton } from "#app/ui/copy-button.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";

export interface CalendarSectionProps {
  /** Null: there is none. */
  link: { address: string; remindDays: number | null } | null;
  keys: { make: string; end: string };
}

/** Saved places in a calendar of one's own, by a secret address: made, made anew or turned off. */
export function CalendarSection({ link, keys }: CalendarSectionProps) {
  const t = useT();
  const days = REMIND_DAYS.map((count) => ({
    value: String(count),
    label: t("site:calendar.remind_days", { count }),
  }));
  return (
    <section aria-labelledby="calendar" className="max-w-3xl rounded-card border border-line bg-surface p-5">
      <h2 id="calendar" className="mb-2">
        {t("site:calendar.saved_title")}
      </h2>
      <p>{t("site:calendar.saved_about")}</p>
      {link && <Address address={link.address} />}
      <Form method="post" action={paths.account.savedCalendar()} className="mt-4 grid max-w-md gap-4">
        <IdempotencyKey value={keys.make} />
        <SelectField
          name="remindDays"
          label={t("site:calendar.remind")}
          defaultValue={link?.remindDays ? String(link.remindDays) : ""}
          placeholder={t("site:calendar.remind_none")}
          options={days}
        />
        <div>
          <Button type="submit" variant={link ? "secondary" : "primary"}>
            {t(link ? "site:calendar.renew" : "site:calendar.make")}
          </Button>
          {link && <p className="muted mt-1">{t("site:calendar.renew_help")}</p>}
        </div>
      </Form>
      {link && (
        <Form method="post" action={paths.account.savedCalendarRemoval()} className="mt-4">
          <IdempotencyKey value={keys.end} />
          <Button type="submit" variant="quiet">
            {t("site:calendar.end")}
          </Button>
        </Form>
      )}
    </section>
  );
}

function Address({ address }: { address: string }) {
  const t = useT();
  return (
    <div className="mt-4 grid gap-3">
      <TextField
        key={address}
        name="address"
        label={t("site:calendar.address")}
        help={t("site:calendar.address_help")}
        defaultValue={address}
        readOnly
      />
      <p className="flex flex-wrap gap-3">
        <a href={address.replace(/^https?:/, "webcal:")} className="btn btn-primary">
          <Icon name="calendar-plus" />
          {t("site:calendar.open")}
        </a>
        <CopyButton text={address} words={{ copy: t("listing:share.copy"), copied: t("listing:share.copied") }} />
      </p>
      <p>
        <strong>{t("site:calendar.secret")}</strong>
      </p>
    </div>
  );
}
