import { Form, useLoaderData } from "@remix-run/react";
import { EVENT_KINDS } from "#app/domain/events/event-names.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import type { loader } from "./route.tsx";

export function LogFilterForm() {
  const { filter, staff } = useLoaderData<typeof loader>();
  const t = useT();
  const people = staff.map(({ id, name }) => ({ value: id, label: name }));
  // Asked for by a link beside their name: kept, unnamed, as somebody who is not of the staff.
  if (filter.personId && !people.some(({ value }) => value === filter.personId))
    people.push({ value: filter.personId, label: t("records:log.this_person") });
  return (
    // Drawn anew when a link chose for it.
    <Form key={JSON.stringify(filter)} className="log-filter">
      <SelectField
        name="kind"
        label={t("records:log.kind")}
        placeholder={t("records:log.all_kinds")}
        defaultValue={filter.kind ?? ""}
        options={EVENT_KINDS.filter((kind) => kind !== "platform").map((kind) => ({
          value: kind,
          label: t(`records:kinds.${kind}`),
        }))}
      />
      <SelectField
        name="person"
        label={t("records:log.person")}
        placeholder={t("records:log.all_people")}
        defaultValue={filter.personId ?? ""}
        options={people}
      />
      <TextField name="from" type="date" label={t("records:log.from")} defaultValue={filter.from ?? ""} />
      <TextField name="to" type="date" label={t("records:log.to")} defaultValue={filter.to ?? ""} />
      <Button variant="secondary">{t("records:log.show")}</Button>
    </Form>
  );
}
