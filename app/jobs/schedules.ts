import type { JobName, JobPayloads } from "./job-payloads.ts";

/** Jobs that need to be told nothing. */
type ClockJob = { [N in JobName]: JobPayloads[N] extends Record<string, never> ? N : never }[JobName];

interface Schedule {
  job: ClockJob;
  /** Minute, hour, day, month, weekday, in UTC. What follows a district's own day is asked often and decides itself. */
  match: string;
  /** Where the next round makes up for a failed one, trying again is left to it. */
  maxAttempts?: number;
}

/** What the clock starts. A round that was missed while no worker ran is not made up for. */
export const SCHEDULES: readonly Schedule[] = [
  { job: "advance-listings", match: "* * * * *", maxAttempts: 1 },
  { job: "publish-editions", match: "* * * * *", maxAttempts: 1 },
  { job: "tell-of-editions", match: "*/5 * * * *", maxAttempts: 1 },
  // Also what was seeded, restored or not caught when it was sent.
  { job: "mark-texts", match: "* * * * *", maxAttempts: 1 },
  { job: "collect-digests", match: "*/5 * * * *", maxAttempts: 1 },
  { job: "look-for-matches", match: "*/5 * * * *", maxAttempts: 1 },
  { job: "count-coverage", match: "11 * * * *", maxAttempts: 1 },
  { job: "tell-new-matches", match: "33 * * * *", maxAttempts: 1 },
  { job: "translate-listings", match: "47 * * * *", maxAttempts: 1 },
  { job: "announce-dates", match: "3 * * * *", maxAttempts: 1 },
  { job: "check-search", match: "17 9 * * *" },
  { job: "clean-up", match: "41 8 * * *" },
];
