import type { SampleChange } from "#app/domain/matching/weighing.server.ts";
import { useT } from "#app/i18n/locale.tsx";

/** Which of the first ten come and go for each made-up learner. */
export function Preview({ changes, titles }: { changes: SampleChange[]; titles: Record<string, string> }) {
  const t = useT();
  const named = (ids: readonly string[]) => ids.flatMap((id) => titles[id] ?? []);
  return (
    <section aria-labelledby="preview-heading" className="mt-6 mb-6" role="status">
      <h2 id="preview-heading" className="text-lg">
        {t("settings:matching.preview")}
      </h2>
      {changes.map(({ sample, comes, goes }) => (
        <div key={sample} className="mt-4">
          <h3 className="text-base">{t(`settings:matching.sample.${sample}`)}</h3>
          {comes.length + goes.length === 0 ? (
            <p className="text-muted">{t("settings:matching.same")}</p>
          ) : (
            <dl className="grid gap-2 sm:grid-cols-2">
              <Titles term={t("settings:matching.comes")} titles={named(comes)} />
              <Titles term={t("settings:matching.goes")} titles={named(goes)} />
            </dl>
          )}
        </div>
      ))}
    </section>
  );
}

function Titles({ term, titles }: { term: string; titles: string[] }) {
  return (
    <div>
      <dt className="font-bold">{term}</dt>
      {titles.map((title, i) => (
        <dd key={i}>{title}</dd>
      ))}
    </div>
  );
}
