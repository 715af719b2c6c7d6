import { useEffect, useState } from "react";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";
import { Notice } from "./notice.tsx";

/** Codes that are shown this once: to print, to copy, or as a file that never leaves the page. */
export function RecoveryCodeList({ codes }: { codes: readonly string[] }) {
  const t = useT();
  const [canPrint, setCanPrint] = useState(false);
  useEffect(() => setCanPrint(true), []);
  const file = `${t("brand")}: ${t("security:app.codes.title")}\n\n${codes.join("\n")}\n\n${t("security:app.codes.how")}\n`;
  return (
    <section aria-labelledby="codes" className="measure">
      <h2 id="codes">{t("security:app.codes.yours")}</h2>
      <div className="mt-3">
        <Notice tone="warning" title={t("security:app.codes.once")}>
          <p>{t("security:app.codes.how")}</p>
        </Notice>
      </div>
      <ul className="grid grid-cols-2 gap-x-6 gap-y-2 rounded-card border border-line bg-surface p-4 font-mono text-lg tabular-nums">
        {codes.map((code) => (
          <li key={code} className="whitespace-nowrap">
            {code}
          </li>
        ))}
      </ul>
      <div className="mt-4 flex flex-wrap gap-3 print:hidden">
        <a
          className="btn btn-primary"
          download="waypost-recovery-codes.txt"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(file)}`}
        >
          <Icon name="download" />
          {t("security:app.codes.download")}
        </a>
        {canPrint && (
          <Button type="button" variant="secondary" icon="printer" onClick={() => window.print()}>
            {t("security:app.codes.print")}
          </Button>
        )}
      </div>
    </section>
  );
}
