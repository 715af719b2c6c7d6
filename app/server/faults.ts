import type { Logger } from "pino";

/**
 * What was thrown and is nobody's answer. `later`: the database is away, full, read-only or too slow, and the same
 * request will do later (503). `bug`: anything else (500). Readers never see the message.
 */
export type Fault = "later" | "bug";

/** Kept beside the request's context, so that neither Remix nor a route has to carry it. */
const faults = new WeakMap<object, Fault>();

export function noteFault(context: { log: Logger }, error: unknown) {
  if (isRouteResponse(error)) return;
  const fault = faultOf(error);
  if (faults.get(context) !== "bug") faults.set(context, fault);
  context.log.error({ fault, ...describe(error) }, "request failed");
}

export const notedFault = (context: object): Fault | undefined => faults.get(context);

const TRY_LATER = new Set([
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "EAI_AGAIN", "EBUSY"],
  // Shutting down, crashed, starting, too many connections, out of memory, disk full, cancelled by its time limit.
  ...["57P01", "57P02", "57P03", "53000", "53100", "53200", "53300", "57014"],
  // Lock not to be had in time, a deadlock's victim, a read-only server.
  ...["55P03", "40P01", "40001", "25006"],
]);

export function faultOf(error: unknown): Fault {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) {
    const code = codeOf(cause);
    if (code && (TRY_LATER.has(code) || code.startsWith("CONNECT") || code.startsWith("08"))) return "later";
  }
  return "bug";
}

/** What a log may hold of an error: a failed query's message and detail quote what people typed. */
export function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { thrown: typeof error };
  const root = error.cause instanceof Error ? error.cause : error;
  const constraint = "constraint_name" in root ? root.constraint_name : undefined;
  const stack = (error.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12);
  const code = codeOf(root);
  const message = code || isQuery(error) || isQuery(root) ? undefined : error.message.slice(0, 300);
  return { error: error.name, code, constraint, message, stack };
}

/** The same in a few words. */
export function inShort(error: unknown): string {
  const { error: name, code, message, thrown } = describe(error);
  return [name ?? thrown, code ?? message].filter(Boolean).join(" ");
}

/** Drizzle's error for a query that failed: it goes by the name of every error. */
const isQuery = (error: Error) => "query" in error || /^Failed query/.test(error.message);

const codeOf = (error: Error) => ("code" in error && typeof error.code === "string" ? error.code : undefined);

/** Remix reports 404s of unknown addresses and wrong methods here too; its boundary answers them. */
function isRouteResponse(error: unknown): boolean {
  return typeof error === "object" && error !== null && "internal" in error && "status" in error && "data" in error;
}
