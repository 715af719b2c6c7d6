import type { RefObject } from "react";
import { useT } from "#app/i18n/locale.tsx";

const KEYS = ["j", "k", "enter", "x", "a", "r", "d", "u", "help"] as const;

/** Every key of the queue; also a line under the rows, for who does not know that there are any. */
export function KeysHelp({ dialog }: { dialog: RefObject<HTMLDialogElement> }) {
  const t = useT();
  return (
    <>
      <p className="mt-3 text-sm text-muted max-md:hidden">{t("queue:keys.line")}</p>
      <dialog ref={dialog} aria-labelledby="keys-title" className="keys-help">
        <h2 id="keys-title">{t("queue:keys.title")}</h2>
        <dl>
          {KEYS.map((key) => (
            <div key={key} className="flex gap-4 py-1">
              <dt className="w-16 shrink-0">
                <kbd>{t(`queue:keys.key.${key}`)}</kbd>
              </dt>
              <dd>{t(`queue:keys.does.${key}`)}</dd>
            </div>
          ))}
        </dl>
        <button type="button" className="btn btn-secondary mt-3" onClick={() => dialog.current?.close()}>
          {t("queue:keys.close")}
        </button>
      </dialog>
    </>
  );
}
