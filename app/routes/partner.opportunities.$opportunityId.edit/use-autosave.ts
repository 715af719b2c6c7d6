import { useBeforeUnload, useBlocker } from "@remix-run/react";
import { useEffect, useRef, useState, type FormEvent } from "react";

const PAUSE_MS = 1_500;
const TRY_AGAIN_MS = 10_000;

export type Saving = { state: "idle" | "saving" | "unsound" | "elsewhere" | "failed" } | { state: "saved"; at: Date };

/**
 * Sends a form by itself when its writer pauses. What was sent and not answered is sent again as it was, under its own
 * key, so that a lost answer is no second save; only then what was typed since. It stops for good when somebody else
 * saved: the form's button shows both versions.
 */
export function useAutosave(address: string, { warning, paused }: { warning: string; paused: boolean }) {
  const form = useRef<HTMLFormElement>(null);
  const [saving, setSaving] = useState<Saving>({ state: "idle" });
  const [savedVersion, setSavedVersion] = useState<number | null>(null);
  const own = useRef({ unsaved: false, stopped: false, timer: 0 });
  const sent = useRef<URLSearchParams | null>(null);
  const flight = useRef<Promise<void> | null>(null);

  useEffect(() => {
    const { current } = own;
    return () => window.clearTimeout(current.timer);
  }, []);
  useBeforeUnload((event) => {
    if (own.current.unsaved) event.preventDefault();
  });
  const blocker = useBlocker(() => own.current.unsaved);
  useEffect(() => {
    if (blocker.state !== "blocked") return;
    if (window.confirm(warning)) blocker.proceed();
    else blocker.reset();
  }, [blocker, warning]);

  function later(ms: number) {
    window.clearTimeout(own.current.timer);
    own.current.timer = window.setTimeout(() => void fly(), ms);
  }

  function fly(): Promise<void> {
    flight.current ??= save().finally(() => (flight.current = null));
    return flight.current;
  }

  async function save() {
    if (!form.current || own.current.stopped) return;
    if (!sent.current) {
      if (!own.current.unsaved) return;
      sent.current = new URLSearchParams(new FormData(form.current) as unknown as Record<string, string>);
      sent.current.set("idempotencyKey", crypto.randomUUID());
      own.current.unsaved = false;
    }
    setSaving({ state: "saving" });
    const answer = await fetch(address, { method: "POST", body: sent.current }).catch(() => null);
    if (answer?.ok) {
      sent.current = null;
      const { version } = (await answer.json()) as { version: number };
      // At once, since the button may wait to send it; and as state, else the next render puts the old one back.
      const field = form.current.elements.namedItem("version") as HTMLInputElement;
      field.value = String(version);
      setSavedVersion(version);
      setSaving({ state: "saved", at: new Date() });
      if (own.current.unsaved) later(PAUSE_MS);
      return;
    }
    own.current.unsaved = true;
    if (answer && answer.status < 500 && answer.status !== 429) {
      sent.current = null;
      own.current.stopped = answer.status !== 422;
      setSaving({ state: answer.status === 422 ? "unsound" : answer.status === 409 ? "elsewhere" : "failed" });
      return;
    }
    setSaving({ state: "failed" });
    later(TRY_AGAIN_MS);
  }

  return {
    saving,
    /** What the form now builds on; null until it saved by itself. */
    savedVersion,
    props: {
      ref: form,
      onInput() {
        own.current.unsaved = true;
        // Without a secure origin there is no key to send with.
        if (!paused && !own.current.stopped && "randomUUID" in crypto) later(PAUSE_MS);
      },
      /** Its button waits for what is on its way, else the form would be in conflict with itself. */
      onSubmitCapture(event: FormEvent<HTMLFormElement>) {
        window.clearTimeout(own.current.timer);
        if (flight.current) {
          event.preventDefault();
          event.stopPropagation();
          const { submitter } = event.nativeEvent as SubmitEvent;
          void flight.current.then(() => form.current?.requestSubmit(submitter));
          return;
        }
        own.current.unsaved = false;
      },
    },
  };
}
