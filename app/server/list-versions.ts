import { eq, sql } from "drizzle-orm";
import { connect } from "#db/client.server.ts";
import type { Database } from "#db/database.ts";
import { listen } from "#db/listen.server.ts";
import { HOSTS_CHANGED, listAllHosts } from "#app/domain/districts/district-hosts.server.ts";
import { districts } from "#db/schema/districts.ts";
import { regionDistricts, regions } from "#db/schema/regions.ts";
import { LIST_VERSION_CHANNEL } from "#app/domain/districts/list-version.server.ts";
import { endOfDay, localDate } from "#app/domain/districts/zone.ts";

/**
 * What this process knows of every district's list version. A notification makes a change known within milliseconds;
 * a question every second makes sure that none was missed, and bounds how long a stale version can be believed.
 */
export interface ListState {
  version: number | string;
  /** The district's day, `YYYY-MM-DD`: what a list shows depends on it. */
  date: string;
}

export interface ListVersions {
  /** By a district's slug or a region's `regions/slug`. Null for what is neither, and for all while it cannot be trusted. */
  current(list: string): ListState | null;
  isList(list: string): boolean;
  /** The slug of the district that was given a host. What was known last stays while the database is away. */
  districtAt(host: string): string | null;
  /** When the database was asked for the first time, whether it answered or not. */
  asked: Promise<void>;
  stop(): Promise<void>;
}

interface Known extends ListState {
  version: number;
  timeZone: string;
  dateEndsAt: number;
  learnedAt: number;
}

/** Its list is what its districts' lists are. */
interface Region {
  version: number;
  districts: string[];
}

const POLL_MS = 1_000;
const TRUSTED_MS = 2_000;

export function followListVersions(databaseUrl: string, now: () => number = Date.now): ListVersions {
  const { db, end } = connect(databaseUrl, { max: 1, statementTimeoutMs: 1_500 });
  const known = new Map<string, Known>();
  const knownRegions = new Map<string, Region>();
  let knownHosts = new Map<string, string>();
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
    const named = await readRegions(db);
    const hosts = await listAllHosts(db);
    for (const row of rows) learn(row.slug, row.version, row.timeZone, askedAt);
    const slugs = new Set(rows.map((row) => row.slug));
    for (const gone of [...known.keys()].filter((name) => !slugs.has(name))) known.delete(gone);
    knownRegions.clear();
    for (const { list, ...region } of named) knownRegions.set(list, region);
    knownHosts = new Map(hosts.map(({ host, slug }) => [host, slug]));
    // Proven as of the question: the answer may have been long on its way.
    provenAt = askedAt;
  }
  const poll = async (): Promise<void> => {
    if (stopped) return;
    await (asking ??= ask()
      .catch(() => {})
      .finally(() => (asking = null)));
  };
  /** The answer to what was asked before may be older. */
  const askAfter = async () => {
    await asking;
    await poll();
  };
  const timer = setInterval(() => void poll(), POLL_MS);
  const listening = listen(databaseUrl, LIST_VERSION_CHANNEL, {
    connected: () => void poll(),
    heard: (payload) => {
      if (payload === HOSTS_CHANGED) return void askAfter();
      const [slug = "", version] = payload.split(":");
      const before = known.get(slug);
      // Versions only grow, and notifications arrive in the order of their commits.
      if (before) learn(slug, Math.max(before.version, Number(version)), before.timeZone, now());
      else void poll();
    },
  });
  const asked = poll();

  const currentOf = (slug: string): ListState | null => {
    const district = known.get(slug);
    const instant = now();
    if (!district || instant - provenAt > TRUSTED_MS) return null;
    if (instant >= district.dateEndsAt) Object.assign(district, today(district.timeZone, instant));
    return district;
  };
  const currentOfRegion = ({ version, districts }: Region): ListState | null => {
    const states = districts.map(currentOf);
    if (!states.every((state) => state !== null)) return null;
    const versions = [version, ...states.map((state) => state.version)].join();
    return { version: versions, date: states.map(({ date }) => date).join() };
  };

  return {
    asked,
    districtAt: (host) => knownHosts.get(host) ?? null,
    isList: (list) => known.has(list) || knownRegions.has(list),
    current(list) {
      const region = knownRegions.get(list);
      return region ? currentOfRegion(region) : currentOf(list);
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await Promise.all([listening.end(), end()]);
    },
  };
}

function readRegions(db: Database): Promise<(Region & { list: string })[]> {
  const slugs = sql<string[]>`array_agg(${districts.slug} order by ${districts.slug})`;
  return db
    .select({ list: sql<string>`'regions/' || ${regions.slug}`, version: regions.version, districts: slugs })
    .from(regions)
    .innerJoin(regionDistricts, eq(regionDistricts.regionId, regions.id))
    .innerJoin(districts, eq(districts.id, regionDistricts.districtId))
    .groupBy(regions.id);
}

function today(timeZone: string, instant: number) {
  const date = localDate(new Date(instant), timeZone);
  return { timeZone, date, dateEndsAt: endOfDay(date, timeZone).getTime() + 1 };
}
