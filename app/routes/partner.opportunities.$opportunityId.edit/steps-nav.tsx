import { useEffect, useRef } from "react";
import type { Mark } from "#app/domain/opportunities/step-marks.ts";
import type { Step } from "#app/domain/opportunities/steps.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Icon } from "#app/ui/icon.tsx";

const COLORS = { done: "text-success", empty: "text-muted", missing: "text-warning" } as const;

/** Every step is a button that saves first, so that going elsewhere loses nothing. */
export function StepsNav({ steps, current }: { steps: { name: Step; mark: Mark }[]; current: Step }) {
  const t = useT();
  const scroller = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a phone the later steps stand out of sight.
    const here = scroller.current?.querySelector<HTMLElement>('[aria-current="step"]');
    if (scroller.current && here) scroller.current.scrollLeft = here.offsetLeft - 24;
  }, [current]);
  const at = steps.findIndex(({ name }) => name === current);
  return (
    <div className="mb-6">
      <nav ref={scroller} aria-label={t("partner:steps.label")} className="relative overflow-x-auto">
        <ol className="flex min-w-max gap-1 border-b border-line">
          {steps.map(({ name, mark }) => (
            <li key={name}>
              <button
                name="then"
                value={name}
                aria-current={name === current ? "step" : undefined}
                className={`inline-flex min-h-11 cursor-pointer items-center gap-1.5 px-3 font-semibold ${
                  name === current
                    ? "shadow-[inset_0_-3px_0_var(--accent)] text-primary"
                    : "text-ink hover:bg-primary-soft"
                }`}
              >
                <span className={COLORS[mark]}>
                  <Icon name={mark === "done" ? "circle-check" : mark === "missing" ? "circle-alert" : "pencil"} />
                </span>
                {t(`partner:step.${name}`)}
                <span className="visually-hidden">({t(`posting:mark.${mark}`)})</span>
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <p className="mt-4 text-sm text-muted">{t("partner:steps.progress", { step: at + 1, count: steps.length })}</p>
      <h2>{t(`partner:step.${current}`)}</h2>
      <p className="measure text-muted">{t(`partner:edit.lede.${current}`)}</p>
    </div>
  );
}
