import { connect } from "#db/client.server.ts";
import { listen } from "#db/listen.server.ts";
import { districts } from "#db/schema/districts.ts";
import { LIST_VERSION_CHANNEL } from "#app/domain/districts/list-version.server.ts";
import { endOfDay, localDate } from "#app/domain/districts/zone.ts";

/**
 * What this process knows of every district's list version. A notification makes a change known within milliseconds;
 * a question every second makes sure that none was missed, and bounds how long a stale version can be believed.
 */
export interface ListState {
  version: number;
  /** The district's day, `YYYY-MM-DD`: what a list shows depends on it. */
  date: string;
}

export interface ListVersions {
  /** Null for what is no district, and for every district while the versions cannot be trusted. */
  current(slug: string): ListState | null;
  isDistrict(slug: string): boolean;
  stop(): Promise<void>;
}

interface Known extends ListState {
  timeZone: string;
  dateEndsAt: number;
  learnedAt: number;
}

const POLL_MS = 1_000;
const TRUSTED_MS = 2_000;

export function followListVersions(databaseUrl: string, now: () => number = Date.now): ListVersions {
  const { db, end } = connect(databaseUrl, { max: 1, statementTimeoutMs: 1_500 });
  const known = new Map<string, Known>();
  let provenAt = -Infinity;
  let asking: Promise<void> | null = null;
  let stopped = false;

  const learn = (slug: string, version: number, timeZone: string, askedAt: number) => {
    const before = known.get(slug);
    // The answer to a question may arrive after the notification of a later version.
    if (before && before.learnedAt > askedAt && before.version > version) return;
    known.set(slug, { version, learnedAt: now(), ...today(timeZone, now()) });
  };
  async function ask() {
    const askedAt = now();
    const { slug, listVersion, timeZone } = districts;
    const rows = await db.select({ slug, version: listVersion, timeZone }).from(districts);
    for (const row of rows) learn(row.slug, row.version, row.timeZone, askedAt);
    const slugs = new Set(rows.map((row) => row.slug));
    for (const gone of [...known.keys()].filter((name) => !slugs.has(name))) known.delete(gone);
    // Proven as of the question: the answer may have been long on its way.
    provenAt = askedAt;
  }
  const poll = () => {
    if (stopped) return;
    asking ??= ask()
      .catch(() => {})
      .finally(() => (asking = null));
  };
  const timer = setInterval(poll, POLL_MS);
  const listening = listen(databaseUrl, LIST_VERSION_CHANNEL, {
    connected: poll,
    heard: (payload) => {
      const [slug = "", version] = payload.split(":");
      const before = known.get(slug);
      // Versions only grow, and notifications arrive in the order of their commits.
      if (before) learn(slug, Math.max(before.version, Number(version)), before.timeZone, now());
      else poll();
    },
  });
  poll();

  return {
    isDistrict: (slug) => known.has(slug),
    current(slug) {
      const district = known.get(slug);
      const instant = now();
      if (!district || instant - provenAt > TRUSTED_MS) return null;
      if (instant >= district.dateEndsAt) Object.assign(district, today(district.timeZone, instant));
      return district;
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await Promise.all([listening.end(), end()]);
    },
  };
}

function today(timeZone: string, instant: number) {
  const date = localDate(new Date(instant), timeZone);
  return { timeZone, date, dateEndsAt: endOfDay(date, timeZone).getTime() + 1 };
}
