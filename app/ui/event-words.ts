import type { EventName } from "#app/domain/events/event-names.ts";
import type { Translate } from "#app/i18n/translator.ts";

type Say = (key: string, options?: { defaultValue: string }) => string;

/** What happened, in words; an event of a later version by its name. */
export const sayEvent = (t: Translate, name: EventName | (string & {})) =>
  (t as Say)(`records:events.${name}`, { defaultValue: name });

/** The codes of an event that have words, "with a passkey"; ids and counts are left out. */
export function sayEventCodes(t: Translate, detail: Record<string, unknown> | null): string {
  const words = Object.entries(detail ?? {}).map(([field, code]) =>
    typeof code === "string" && /^\w+$/.test(code)
      ? (t as Say)(`records:codes.${field}.${code}`, { defaultValue: "" })
      : "",
  );
  return words.filter(Boolean).join(", ");
}
