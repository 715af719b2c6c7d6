import { isColor, measureColor, shadesOf } from "#app/domain/districts/color.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { Button } from "#app/ui/button.tsx";
import type { FormField } from "#app/ui/field.tsx";
import { TextField } from "#app/ui/text-field.tsx";

/** The district's color as a code, how it looks in light and dark, and a darker one where it cannot be read. */
export function ColorField({ field }: { field: FormField & { value?: unknown } }) {
  const t = useT();
  const locale = useLocale();
  const typed = typeof field.value === "string" ? field.value.trim().toLowerCase() : "";
  const measured = isColor(typed) ? measureColor(typed) : null;
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return (
    <div className="mb-5">
      <TextField
        field={field}
        label={t("settings:profile.color")}
        help={t("settings:profile.color_help")}
        placeholder="#0b5748"
        autoComplete="off"
        spellCheck={false}
        maxLength={7}
        short
        optional
      />
      {measured && (
        <div className="flex flex-wrap items-center gap-4">
          <Sample color={typed} name={t("settings:profile.sample", { color: typed })} />
          <p>{t("settings:profile.ratio", { ratio: number.format(Math.floor(measured.ratio * 10) / 10) })}</p>
        </div>
      )}
      {measured && !measured.passes && (
        <div className="mt-3 flex flex-wrap items-center gap-4">
          <Sample color={measured.nearest} name={t("settings:profile.sample", { color: measured.nearest })} />
          <Button name="nearest" value={measured.nearest} variant="secondary">
            {t("settings:profile.take", { color: measured.nearest })}
          </Button>
        </div>
      )}
    </div>
  );
}

/** A button's two looks; drawn, since no page may carry a style of its own. */
function Sample({ color, name }: { color: string; name: string }) {
  const { dark } = shadesOf(color);
  return (
    <svg viewBox="0 0 144 40" width="144" height="40" role="img" aria-label={name}>
      <rect width="68" height="40" rx="8" fill={color} />
      <path d="M22 20h24" stroke="#ffffff" strokeWidth="4" strokeLinecap="round" />
      <rect x="76" width="68" height="40" rx="8" fill={dark.primary} />
      <path d="M98 20h24" stroke={dark.onPrimary} strokeWidth="4" strokeLinecap="round" />
    </svg>
  );
}
