/** Runs the jobs: those enqueued with a change start within milliseconds, the clock's once a minute. */
import { Logger, parseCronItems, run, type Runner, type TaskList } from "graphile-worker";
import { describe, inShort } from "#app/server/faults.ts";
import { enqueue } from "./enqueue.server.ts";
import { QUEUES, type JobName, type JobPayloads } from "./job-payloads.ts";
import type { JobParts } from "./parts.ts";
import { SCHEDULES } from "./schedules.ts";
import { advanceListings } from "./tasks/advance-listings.server.ts";
import { announceDates } from "./tasks/announce-dates.server.ts";
import { checkSearch } from "./tasks/check-search.server.ts";
import { collectDigests } from "./tasks/collect-digests.server.ts";
import { cleanUp } from "./tasks/clean-up.server.ts";
import { coverage } from "./tasks/count-coverage.server.ts";
import { indexListings } from "./tasks/index-listings.server.ts";
import { lookForMatches } from "./tasks/look-for-matches.server.ts";
import { markTexts } from "./tasks/mark-texts.server.ts";
import { mirrorListings } from "./tasks/mirror-listings.server.ts";
import { publishEditions } from "./tasks/publish-editions.server.ts";
import { printBooklet } from "./tasks/print-booklet.server.ts";
import { rebuildEngines } from "./tasks/reindex-listings.server.ts";
import { runImport } from "./tasks/run-import.server.ts";
import { sendLink } from "./tasks/send-asked-link.server.ts";
import { sendMail } from "./tasks/send-mail.server.ts";
import { tellEditions } from "./tasks/tell-of-editions.server.ts";
import { newMatches } from "./tasks/tell-new-matches.server.ts";
import { translateListings } from "./tasks/translate-listings.server.ts";

const TASKS: { [N in JobName]: (parts: JobParts, payload: JobPayloads[N]) => Promise<void> } = {
  "index-listings": indexListings,
  "mirror-listings": mirrorListings,
  "reindex-listings": rebuildEngines,
  "check-search": checkSearch,
  "mark-texts": markTexts,
  "advance-listings": advanceListings,
  "publish-editions": publishEditions,
  "tell-of-editions": tellEditions,
  "announce-dates": announceDates,
  "clean-up": cleanUp,
  "send-asked-link": sendLink,
  "send-mail": sendMail,
  "collect-digests": collectDigests,
  "look-for-matches": lookForMatches,
  "count-coverage": coverage,
  "tell-new-matches": newMatches,
  "print-booklet": printBooklet,
  "translate-listings": translateListings,
  "run-import": runImport,
};

/** While a job of each queue holds a place for minutes, two are left for what waits for no other. */
const AT_ONCE = new Set(Object.values(QUEUES).filter(Boolean)).size + 2;
const RESTART_AFTER_MS = 1_000;
/**
 * New jobs are heard of at once. This is how long one waits whose queue, as that of the mails, was still taken when a
 * place looked for work: graphile-worker looks for the next job before it has given back the last one's queue.
 */
const POLL_MS = 500;

export interface WorkerParts extends JobParts {
  /** The queue has connections of its own. */
  databaseUrl: string;
}

/** `stop` waits for the jobs under way. */
export async function startWorker({ databaseUrl, ...parts }: WorkerParts): Promise<{ stop(): Promise<void> }> {
  let stopping = false;
  let runner = await start();

  async function start(): Promise<Runner> {
    const started = await run({
      connectionString: databaseUrl,
      taskList: taskList(parts),
      parsedCronItems: parseCronItems(
        SCHEDULES.map(({ job, match, maxAttempts }) => ({
          task: job,
          match,
          // A round that still waits when the next one comes is the same round.
          options: { backfillPeriod: 0, queueName: QUEUES[job], jobKey: job, ...(maxAttempts && { maxAttempts }) },
        })),
      ),
      concurrency: AT_ONCE,
      maxPoolSize: AT_ONCE + 2,
      pollInterval: POLL_MS,
      noHandleSignals: true,
      logger: new Logger(() => (level, message) => parts.log[level === "warning" ? "warn" : level](message)),
    });
    started.promise.then(
      () => (stopping ? undefined : restart("stopped by itself")),
      (error: unknown) => restart(error),
    );
    return started;
  }

  function restart(why: unknown) {
    if (stopping) return;
    parts.log.error({ why: typeof why === "string" ? why : inShort(why) }, "worker starts again");
    setTimeout(() => {
      if (stopping) return;
      start().then((started) => (runner = started), restart);
    }, RESTART_AFTER_MS).unref();
  }

  await enqueue(parts.db, "advance-listings", {}, { key: "advance-listings", maxAttempts: 1 });
  // An engine that was added, emptied or restored since the last start catches up by itself.
  await enqueue(parts.db, "check-search", {}, { key: "check-search" });
  return {
    stop: async () => {
      stopping = true;
      // Already ended by a fault: there is nothing left to stop.
      await runner.stop().catch((error: unknown) => parts.log.debug({ error: inShort(error) }, "worker was down"));
    },
  };
}

function taskList(parts: JobParts): TaskList {
  const tasks: TaskList = {};
  for (const [name, task] of Object.entries(TASKS) as [string, (parts: JobParts, payload: unknown) => Promise<void>][])
    tasks[name] = (payload: unknown) =>
      task(parts, payload).catch((error: unknown) => {
        parts.log.error({ job: name, ...describe(error) }, "job failed");
        // The queue logs and stores the message of what is thrown: a failed query's quotes what people typed.
        throw new Error(inShort(error));
      });
  return tasks;
}
