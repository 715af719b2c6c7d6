import type { LogFilter } from "#app/domain/events/log.ts";

/** The filter as `readLogFilter` reads it. */
export const asParams = ({ personId, ...rest }: LogFilter) =>
  new URLSearchParams({ ...rest, ...(personId && { person: personId }) });
