import { useT } from "#app/i18n/locale.tsx";
import { Changes } from "./changes.tsx";
import type { ChangedFact } from "./changed-facts.server.ts";
import { FACTS, isSpanish, type ContentFacts, type Fact } from "./facts.ts";

/** The partner's text as it was sent; beside an approved one, what changed stands first, old next to new. */
export function WhatTheyWrote({ facts, changes }: { facts: ContentFacts; changes: ChangedFact[] | null }) {
  const t = useT();
  return (
    <>
      {changes && (
        <section aria-labelledby="changes">
          <h2 id="changes">{t("coordinator:changes.title", { count: changes.length })}</h2>
          <p className="text-muted">{t("coordinator:changes.lede")}</p>
          <Changes changes={changes} before={t("coordinator:changes.now")} after={t("coordinator:changes.sent")} />
        </section>
      )}
      <section aria-labelledby="wrote">
        <h2 id="wrote">{t("coordinator:facts.title")}</h2>
        <dl className="mt-3 divide-y divide-line rounded-card border border-line bg-surface px-5">
          {FACTS.filter((fact) => !isSpanish(fact) || facts[fact]).map((fact) => (
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
      <dd
        lang={isSpanish(fact) ? "es" : undefined}
        className={value ? "break-words whitespace-pre-line" : "text-muted"}
      >
        {value ?? t("coordinator:facts.empty")}
      </dd>
    </div>
  );
}
