import { useT } from "#app/i18n/locale.tsx";
import { FACTS, type ContentFacts, type Fact } from "./facts.ts";

/** The partner's text as it was sent; beside an approved one, what changed stands first, old next to new. */
export function WhatTheyWrote({ facts, before }: { facts: ContentFacts; before: ContentFacts | null }) {
  const t = useT();
  const changed = before ? ([...FACTS, "contact"] as const).filter((fact) => facts[fact] !== before[fact]) : [];
  return (
    <>
      {before && <Changes facts={facts} before={before} changed={changed} />}
      <section aria-labelledby="wrote">
        <h2 id="wrote">{t("coordinator:facts.title")}</h2>
        <dl className="mt-3 divide-y divide-line rounded-card border border-line bg-surface px-5">
          {FACTS.map((fact) => (
            <Row key={fact} fact={fact} value={facts[fact]} />
          ))}
        </dl>
        <h3 className="mt-5">{t("coordinator:facts.private")}</h3>
        <dl className="mt-2 rounded-card border border-line bg-sunken px-5">
          <Row fact="contact" value={facts.contact} />
        </dl>
      </section>
    </>
  );
}

function Row({ fact, value }: { fact: Fact | "contact"; value: string | null }) {
  const t = useT();
  return (
    <div className="grid gap-x-5 py-2.5 sm:grid-cols-[9.5rem_minmax(0,1fr)]">
      <dt className="font-semibold">{t(`coordinator:facts.${fact}`)}</dt>
      <dd className={value ? "break-words whitespace-pre-line" : "text-muted"}>
        {value ?? t("coordinator:facts.empty")}
      </dd>
    </div>
  );
}

function Changes({
  facts,
  before,
  changed,
}: {
  facts: ContentFacts;
  before: ContentFacts;
  changed: (Fact | "contact")[];
}) {
  const t = useT();
  const rows: (Fact | "contact" | "title")[] = facts.title === before.title ? changed : ["title", ...changed];
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{t("coordinator:changes.title", { count: rows.length })}</h2>
      <p className="text-muted">{t("coordinator:changes.lede")}</p>
      <ul className="mt-3 grid gap-3">
        {rows.map((fact) => (
          <li key={fact} className="rounded-card border border-line bg-surface p-4">
            <h3>{t(`coordinator:facts.${fact === "title" ? "title_field" : fact}`)}</h3>
            <div className="mt-2 grid gap-3 sm:grid-cols-2">
              <Side label={t("coordinator:changes.now")} value={before[fact]} tone="bg-sunken" />
              <Side label={t("coordinator:changes.sent")} value={facts[fact]} tone="bg-primary-soft" />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Side({ label, value, tone }: { label: string; value: string | null; tone: string }) {
  const t = useT();
  return (
    <div className={`min-w-0 rounded-control p-3 ${tone}`}>
      <p className="text-sm font-semibold text-muted">{label}</p>
      <p className="break-words whitespace-pre-line">{value ?? t("coordinator:facts.empty")}</p>
    </div>
  );
}
