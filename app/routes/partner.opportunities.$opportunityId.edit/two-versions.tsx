import { Link } from "@remix-run/react";
import type { Field } from "#app/domain/opportunities/content.ts";
import type { TypedValue } from "#app/domain/opportunities/typed-values.ts";
import { useT } from "#app/i18n/locale.tsx";
import { wordOf } from "#app/ui/listing-words.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { AreaGroup } from "./what-fields.tsx";

type Typed = Partial<Record<Field, TypedValue>>;

/** What another tab or colleague saved, beside what was typed here; neither is lost until one is chosen. */
export function TwoVersions({
  saved,
  typed,
  areas,
  reload,
}: {
  saved: Typed;
  typed: Typed;
  areas: readonly AreaGroup[];
  reload: string;
}) {
  const t = useT();
  const inWords = useWords(areas);
  const fields = (Object.keys(typed) as Field[]).filter(
    (field) => JSON.stringify(typed[field]) !== JSON.stringify(saved[field]),
  );
  return (
    <Notice tone="warning" title={t("partner:elsewhere.title")} live>
      <p>{t(fields.length ? "partner:elsewhere.message" : "partner:elsewhere.same")}</p>
      {fields.map((field) => (
        <dl key={field} className="mt-3 grid gap-x-6 border-t border-line pt-3 sm:grid-cols-2">
          <dt className="font-semibold sm:col-span-2">{t(`partner:field.${field}`)}</dt>
          {(
            [
              ["saved", saved[field]],
              ["yours", typed[field]],
            ] as const
          ).map(([version, value]) => (
            <dd key={version} className="min-w-0">
              <span className="block text-sm text-muted">{t(`partner:elsewhere.${version}`)}</span>
              <span className="whitespace-pre-line">{inWords(field, value)}</span>
            </dd>
          ))}
        </dl>
      ))}
      <p className="mt-3">
        <Link to={reload} reloadDocument>
          {t("partner:elsewhere.keep_theirs")}
        </Link>
      </p>
    </Notice>
  );
}

const LISTS = {
  kind: "kind",
  pay: "pay",
  cost: "cost",
  clearance: "clearance",
  setting: "setting",
  days: "days",
  transport: "transport",
  access: "access",
  languages: "spoken",
  hazards: "hazard",
  documents: "document",
} as const;

function useWords(areas: readonly AreaGroup[]) {
  const t = useT();
  const names = new Map(areas.flatMap(({ options }) => options.map(({ value, label }) => [value, label] as const)));
  return (field: Field, value: TypedValue | undefined) => {
    const list = field in LISTS ? LISTS[field as keyof typeof LISTS] : null;
    const words = [value ?? []].flat().filter(Boolean);
    if (words.length === 0) return t("partner:elsewhere.none");
    return words
      .map(wordsOfRow)
      .map((word) => (list ? wordOf(t, list, word) : (names.get(word) ?? word)))
      .join(", ");
  };
}

/** A row of fields as its values, in their order. */
const wordsOfRow = (word: string | object) =>
  typeof word === "string" ? word : Object.values(word).flat().filter(Boolean).join(" ");
