/** Every job, and what it is told. A job re-reads what it needs: a payload holds ids only. */
export interface JobPayloads {
  /** Brings listings' search documents up to what Postgres says; a district's changes that wait are one job. */
  "index-listings": { listingId: string }[];
  /** The same for the engine beside Postgres; changes that wait are merged into one job. */
  "mirror-listings": { listingId: string }[];
  /** Rebuilds every search document, of one engine or of each. */
  "reindex-listings": { engine?: string | undefined };
  /** Compares every engine with the lists, and has them rebuilt when they differ. */
  "check-search": Record<string, never>;
  /** Looks at texts that nobody has looked at yet: the rule check, and a sketch of their words. */
  "mark-texts": Record<string, never>;
  /** Publishes, closes and expires what the date says. */
  "advance-listings": Record<string, never>;
  /** Publishes the editions whose day has come. */
  "publish-editions": Record<string, never>;
  /** Tells who follows a district's editions of the newest. */
  "tell-of-editions": Record<string, never>;
  /** Tells whom it concerns that something is about to end, and coordinators what their week brings. */
  "announce-dates": Record<string, never>;
  /** Gives what is on a list and has no Spanish one by machine, where a translator is plugged in. */
  "translate-listings": Record<string, never>;
  /** Removes what is over and no longer kept. */
  "clean-up": Record<string, never>;
  /** Renders a mail and hands it to whoever delivers it. */
  "send-mail": { mailId: string };
  /** Makes one mail of those a person has waiting for this morning. */
  "collect-digests": Record<string, never>;
  /** Sends the link that somebody asked for, if the address has an account. What they typed is sealed. */
  "send-asked-link": { sealed: string };
  /** Looks for what is new to saved searches, and tells of it. */
  "look-for-matches": Record<string, never>;
  /** Counts each district's students by what the list has for them. */
  "count-coverage": Record<string, never>;
  /** Tells families what newly fits, once a week. */
  "tell-new-matches": Record<string, never>;
  /** Prints a booklet of a list for all who asked for it. */
  "print-booklet": { bookletId: string };
  /** Runs a checked import. */
  "run-import": { importId: string };
}

export type JobName = keyof JobPayloads;

/**
 * Whose turn a job waits for: of one queue one job runs at a time, so that no kind of work, however much there is of
 * it, holds more than one of the worker's places. `null` is for what is over in milliseconds.
 */
export const QUEUES = {
  "send-asked-link": null,
  "index-listings": "index",
  "mirror-listings": "mirror",
  "reindex-listings": "rebuild",
  "check-search": "rebuild",
  "advance-listings": "calendar",
  "publish-editions": "calendar",
  "mark-texts": "clock",
  "tell-of-editions": "clock",
  "announce-dates": "clock",
  "translate-listings": "clock",
  "clean-up": "clock",
  "collect-digests": "clock",
  "look-for-matches": "clock",
  "count-coverage": "clock",
  "tell-new-matches": "clock",
  "send-mail": "mail",
  "print-booklet": "booklets",
  "run-import": "imports",
} as const satisfies Record<JobName, string | null>;
