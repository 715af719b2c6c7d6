import { useLocation } from "@remix-run/react";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { paths } from "#app/http/paths.ts";
import type { Translate } from "#app/i18n/translator.ts";
import { PlainLayout } from "./plain-layout.tsx";

const KNOWN = ["401", "403", "404", "409", "410", "422", "429", "503"] as const;
type Known = (typeof KNOWN)[number];

const kindOf = (status: number) => KNOWN.find((known) => known === String(status)) ?? "500";
export const faultTitle = (t: Translate, status: number) => t(`fault.${kindOf(status)}.title`);

/** What happened and what to do now, by HTTP status. `reference` lets staff find the fault; its message is never shown. */
export function FaultPage({ status, reference }: { status: number; reference?: string | undefined }) {
  const t = useT();
  const locale = useLocale();
  const { search } = useLocation();
  const kind = kindOf(status);
  return (
    <PlainLayout>
      <div className="fault">
        <FaultDrawing kind={kind} />
        <h1>{faultTitle(t, status)}</h1>
        <p className="lede">{t(`fault.${kind}.advice`)}</p>
        <p className="fault-actions">
          <a href={paths.home(locale)} className="btn btn-primary">
            {t("fault.home")}
          </a>
          {kind === "503" || kind === "500" ? (
            <a href={search || "?"} className="btn btn-secondary">
              {t("fault.again")}
            </a>
          ) : null}
        </p>
        {kind === "500" && reference ? <p className="fault-reference">{t("fault.reference", { reference })}</p> : null}
      </div>
    </PlainLayout>
  );
}

function FaultDrawing({ kind }: { kind: Known | "500" }) {
  return (
    <svg viewBox="0 0 240 120" aria-hidden="true" className="fault-drawing">
      <path d="M4 108c50-22 76 8 116-8s64-16 116 2" fill="none" stroke="var(--line-strong)" strokeWidth="2" />
      <path d="M120 104V12" stroke="var(--ink)" strokeWidth="6" strokeLinecap="round" />
      <g transform={kind === "404" ? "rotate(14 122 34)" : undefined}>
        <path d="M118 20h76l16 14-16 14h-76z" fill="var(--primary)" />
        <text x="160" y="41" textAnchor="middle" fontSize="20" fontWeight="700" fill="var(--on-primary)">
          {kind}
        </text>
      </g>
      <path d="M122 56H62L48 68l14 12h60z" fill="var(--accent)" />
    </svg>
  );
}
