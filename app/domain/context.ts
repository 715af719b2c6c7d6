import type { Database } from "#db/database.ts";

export interface Partner {
  kind: "partner";
  userId: string;
  /** Organizations this person acts for; never empty. */
  organizationIds: string[];
}

export interface Coordinator {
  kind: "coordinator";
  userId: string;
  districtId: string;
}

/** The clock, an import from the command line, the worker. */
export interface System {
  kind: "system";
  userId: null;
}

export type Actor = Partner | Coordinator | System;

/** Who acts, when, and on which database or transaction. Time is `now`, never the machine's clock. */
export interface Context<A extends Actor = Actor> {
  db: Database;
  actor: A;
  now: Date;
}

export type Done<T> = { ok: true; value: T };
export type Refused<R extends string> = { ok: false; refusal: R };
/** What a verb answers: it did it, or a rule said no. Only bugs are thrown. */
export type Outcome<T, R extends string> = Done<T> | Refused<R>;

export const done = <T>(value: T): Done<T> => ({ ok: true, value });
export const refused = <R extends string>(refusal: R): Refused<R> => ({ ok: false, refusal });
