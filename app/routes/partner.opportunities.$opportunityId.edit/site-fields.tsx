import { LONGEST } from "#app/domain/opportunities/limits.ts";
import { MOST_SITES } from "#app/domain/opportunities/other-sites.ts";
import { US_STATES } from "#app/domain/opportunities/us-states.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { RowGroups } from "./row-group.tsx";
import { rowField, rowsOf, type Rows } from "./rows.ts";
import type { StepFields } from "./step-form.tsx";

export function SiteFields({ fields, about }: { fields: StepFields; about: Omit<Rows, "list"> }) {
  const t = useT();
  const rows = { ...about, list: "otherSites" };
  return (
    <>
      <p className="field-help measure mb-4">{t("posting:site.help")}</p>
      <RowGroups
        rows={rowsOf(fields.otherSites.initialValue)}
        most={MOST_SITES}
        about={rows}
        legend={(number) => t("posting:site.legend", { number })}
        more={t("posting:site.new")}
      >
        {(row, index) => {
          const source = (field: string) => rowField(rows, index, row ?? {}, field);
          return (
            <>
              <TextField {...source("name")} label={t("posting:site.name")} maxLength={LONGEST.siteName} optional />
              <TextField {...source("street")} label={t("partner:field.street")} maxLength={LONGEST.street} />
              <TextField {...source("city")} label={t("partner:field.city")} maxLength={LONGEST.city} />
              <div className="flex flex-wrap gap-x-6">
                <SelectField
                  {...source("state")}
                  label={t("partner:field.state")}
                  placeholder={t("partner:choose")}
                  options={US_STATES.map((value) => ({ value, label: value }))}
                />
                <TextField {...source("zip")} label={t("partner:field.zip")} short inputMode="numeric" maxLength={10} />
              </div>
              {row && <Checkbox {...source("remove")} label={t("posting:site.remove")} />}
            </>
          );
        }}
      </RowGroups>
      <Button name="then" value="sites" variant="secondary" icon="plus">
        {t("posting:site.another")}
      </Button>
    </>
  );
}
