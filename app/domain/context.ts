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

/** Decides about a district's own people and settings; works as a coordinator for everything else. */
export interface Admin {
  kind: "admin";
  userId: string;
  districtId: string;
}

export interface Student {
  kind: "student";
  userId: string;
  districtId: string;
}

export interface Parent {
  kind: "parent";
  userId: string;
  districtId: string;
}

/** Runs the platform: health, queues, districts; no one's data in passing. */
export interface Operator {
  kind: "operator";
  userId: string;
}

/** Anyone signed in, about their own account. */
export interface Person {
  kind: "person";
  userId: string;
}

/** Nobody we know yet: signing up, asking for a link. */
export interface Visitor {
  kind: "visitor";
  userId: null;
}

/** The clock, an import from the command line, the worker. */
export interface System {
  kind: "system";
  userId: null;
}

export type Actor = Partner | Coordinator | Admin | Student | Parent | Operator | Person | Visitor | System;

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
