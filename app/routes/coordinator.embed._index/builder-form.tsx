import { Form } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { HEIGHTS } from "#app/http/embed-snippet.ts";
import { useT } from "#app/i18n/locale.tsx";
import { LOCALES } from "#app/i18n/locales.ts";
import { CARDS, LOOKS } from "#app/search/embed-query.ts";
import { Button } from "#app/ui/button.tsx";
import { CheckboxGroup } from "#app/ui/checkbox-group.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { SelectField, type Option } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import type { Errors, Filter, Typed } from "./builder.server.ts";

/** Which listings, how they look and where they will stand. Nothing is kept: the answer is the preview and the snippet. */
export function BuilderForm({
  typed,
  errors,
  choices,
  origins,
}: {
  typed: Typed;
  errors: Errors;
  choices: Record<Filter, Option[]>;
  origins: string[];
}) {
  const t = useT();
  return (
    <Form method="get" action={paths.coordinator.embed.builder()} noValidate>
      {origins.length > 0 && (
        <SelectField
          name="site"
          label={t("front:builder.site")}
          help={t("front:builder.site_help")}
          defaultValue={typed.site}
          placeholder={t("front:builder.site_any")}
          options={origins.map((origin) => ({ value: origin, label: origin }))}
        />
      )}
      <TextField name="q" label={t("front:builder.words")} defaultValue={typed.q} maxLength={200} optional />
      <Folded legend={t("list:filter.pathway")} chosen={typed.pathway.length}>
        <CheckboxGroup
          name="pathway"
          legend={t("front:builder.which_pathways")}
          defaultValue={typed.pathway}
          options={choices.pathway}
        />
      </Folded>
      <Folded legend={t("list:filter.kind")} chosen={typed.kind.length}>
        <CheckboxGroup
          name="kind"
          legend={t("front:builder.which_kinds")}
          defaultValue={typed.kind}
          options={choices.kind}
          columns
        />
      </Folded>
      <SelectField
        name="grade"
        label={t("list:filter.grade")}
        defaultValue={typed.grade}
        placeholder={t("front:builder.any_grade")}
        options={choices.grade}
      />
      <TextField
        name="cards"
        type="number"
        label={t("front:builder.cards")}
        defaultValue={typed.cards}
        error={errors.cards}
        min={CARDS.least}
        max={CARDS.most}
      />
      <TextField
        name="height"
        type="number"
        label={t("front:builder.height")}
        help={t("front:builder.height_help")}
        defaultValue={typed.height}
        error={errors.height}
        min={HEIGHTS.least}
        max={HEIGHTS.most}
      />
      <RadioGroup
        name="look"
        legend={t("front:builder.look")}
        defaultValue={typed.look}
        options={LOOKS.map((look) => ({ value: look, label: t(`front:builder.looks.${look}`) }))}
      />
      <RadioGroup
        name="locale"
        legend={t("front:builder.language")}
        defaultValue={typed.locale}
        options={LOCALES.map((locale) => ({ value: locale, label: t(`site:language.${locale}`) }))}
      />
      <Button icon="eye">{t("front:builder.show")}</Button>
    </Form>
  );
}

/** Long lists of choices stay closed until something in them is chosen. */
function Folded({ legend, chosen, children }: { legend: string; chosen: number; children: React.ReactNode }) {
  return (
    <details className="mb-5" open={chosen > 0}>
      <summary className="cursor-pointer py-2 font-semibold">{legend}</summary>
      {children}
    </details>
  );
}
