import { useMemo, type RefObject } from "react";
import { useShortcuts } from "#app/ui/use-shortcuts.ts";

interface Parts {
  form: RefObject<HTMLFormElement>;
  help: RefObject<HTMLDialogElement>;
  onChoose: () => void;
}

/** Each key presses what a mouse would: j and k walk the rows, x checks one, the others act on those that are checked. */
export function useQueueKeys({ form, help, onChoose }: Parts) {
  const shortcuts = useMemo(() => {
    const links = () => [...(form.current?.querySelectorAll<HTMLAnchorElement>("a[data-row]") ?? [])];
    const boxes = () => [...(form.current?.querySelectorAll<HTMLInputElement>("input[name=listing]") ?? [])];
    /** The row one is in, also with the focus on its box. */
    const at = () => links().findIndex((link) => link.closest("[data-queue-row]")?.contains(document.activeElement));
    const step = (by: 1 | -1) => () => {
      const all = links();
      const here = at();
      all[here < 0 ? 0 : Math.min(Math.max(here + by, 0), all.length - 1)]?.focus();
    };
    const choose = () => {
      const box = boxes()[at()];
      if (!box) return;
      box.checked = !box.checked;
      onChoose();
    };
    const act = (verb: string) => () => {
      const here = boxes()[at()];
      if (!boxes().some(({ checked }) => checked)) {
        if (!here) return;
        here.checked = true;
        onChoose();
      }
      form.current?.querySelector<HTMLButtonElement>(`button[name=verb][value=${verb}]`)?.click();
    };
    const undo = () => document.querySelector<HTMLFormElement>("form#undo")?.requestSubmit();
    const decide = { a: act("approve"), r: act("request_changes"), d: act("decline"), u: undo };
    return { j: step(1), k: step(-1), x: choose, ...decide, "?": () => help.current?.showModal() };
  }, [form, help, onChoose]);
  useShortcuts(shortcuts);
}
