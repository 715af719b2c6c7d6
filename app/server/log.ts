import { pino, type Logger } from "pino";

/**
 * One JSON line an event. Nothing in it names a person: no address, no user id, no query string, no form value.
 * Written in batches when not watched, since a line each would cost more than a cached page.
 */
export function createLog(level: string): Logger {
  const destination = pino.destination({ fd: 1, sync: process.stdout.isTTY ?? false, minLength: 0 });
  return pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime }, destination);
}
