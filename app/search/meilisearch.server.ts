/**
 * Search by Meilisearch. Readers' searches hold a key that can only search; the worker's writes hold the other one.
 * Writing is asynchronous there: each write waits for its task, so that a failed one is known to the job that sent it.
 */
import { Meilisearch, MeilisearchApiError, type EnqueuedTaskPromise } from "meilisearch";
import type { SearchCriteria } from "./criteria.ts";
import { milesBetween } from "#app/domain/districts/distance.ts";
import {
  CELL_FIELD,
  FACET_FIELDS,
  NEVER,
  quoted,
  TITLE_WORDS_FIELD,
  toQueries,
  WORD_FORMS_FIELD,
} from "./meilisearch-query.ts";
import { SETTINGS, settingsToSend } from "./meilisearch-settings.ts";
import { sendAllSound } from "./bisect.ts";
import { otherForms } from "./synonym-index.ts";
import { wordsIn } from "./tokens.ts";
import { cellOfDocument, HELD_GROUPS, THIS_WEEK } from "./search-index.ts";
import type {
  FacetCounts,
  FacetGroup,
  RefusedDocument,
  SearchDocument,
  SearchIndex,
  SearchPage,
} from "./search-index.ts";

interface Engine {
  url: string;
  searchKey: string;
  adminKey: string;
  /** Index readers search; another name keeps a test apart. */
  index?: string;
}

interface Held {
  [field: string]: unknown;
  id: string;
  version: number;
  _geo?: { lat: number; lng: number };
}

const SEARCH_PATIENCE_MS = 2_000;
const WRITE_PATIENCE_MS = 30_000;
const TASK_PATIENCE_MS = 300_000;
const ROWS_AT_ONCE = 1_000;

export function createMeilisearchIndex({ url, searchKey, adminKey, index = "listings" }: Engine): SearchIndex {
  const reader = new Meilisearch({ host: url, apiKey: searchKey, timeout: SEARCH_PATIENCE_MS });
  const writer = new Meilisearch({ host: url, apiKey: adminKey, timeout: WRITE_PATIENCE_MS });
  let ready: Promise<void> | undefined;

  /** Once a process: the index is there and set up. */
  const prepare = () =>
    (ready ??= prepareIndex(writer, index).catch((error: unknown) => {
      ready = undefined;
      throw error;
    }));

  const add = (to: string) => (documents: readonly SearchDocument[]) =>
    settle(writer.index(to).addDocuments(documents.map(toHeld)));

  return {
    name: "meilisearch",
    async search(criteria) {
      const { results } = await reader.multiSearch<{ queries: ReturnType<typeof toQueries> }, Held>({
        queries: toQueries(index, criteria),
      });
      return toPage(results, criteria);
    },
    async put(documents) {
      await prepare();
      const refused: RefusedDocument[] = [];
      for (const batch of inBatches(documents))
        refused.push(...(await sendAllSound(await newer(writer, index, batch), add(index), isRefusal)));
      return refused;
    },
    async remove(ids) {
      await prepare();
      for (const batch of inBatches(ids)) await settle(writer.index(index).deleteDocuments(batch));
    },
    async versions() {
      await prepare();
      return versionsIn(writer, index);
    },
    async rebuild(documents) {
      await prepare();
      const fresh = await nextIndex(writer, index);
      await prepareIndex(writer, fresh);
      const refused: RefusedDocument[] = [];
      for await (const batch of documents) refused.push(...(await sendAllSound(batch, add(fresh), isRefusal)));
      await settle(writer.swapIndexes([{ indexes: [index, fresh], rename: false }]));
      await settle(writer.deleteIndex(fresh));
      return refused;
    },
  };
}

/** Waits for the engine to have done it; throws when it failed. Done in the worker only. */
async function settle(enqueued: EnqueuedTaskPromise) {
  const task = await enqueued.waitTask({ timeout: TASK_PATIENCE_MS, interval: 25 });
  if (task.status !== "succeeded") throw new TaskFailure(task.error?.message ?? task.status, task.error?.type ?? null);
}

class TaskFailure extends Error {
  constructor(
    message: string,
    readonly type: string | null,
  ) {
    super(message);
  }
}

const isRefusal = (error: unknown) => error instanceof TaskFailure && error.type === "invalid_request";

async function prepareIndex(writer: Meilisearch, index: string) {
  const held = await writer
    .index(index)
    .getSettings()
    .catch((error: unknown) => {
      if (isMissing(error)) return null;
      throw error;
    });
  if (!held) await settle(writer.createIndex(index, { primaryKey: "id" }));
  const changes = held ? settingsToSend(held) : SETTINGS;
  if (changes) await settle(writer.index(index).updateSettings(changes));
}

const isMissing = (error: unknown) => error instanceof MeilisearchApiError && error.cause?.code === "index_not_found";

async function nextIndex(writer: Meilisearch, index: string): Promise<string> {
  const { results } = await writer.getRawIndexes({ limit: ROWS_AT_ONCE });
  const versioned = results.map(({ uid }) => uid).filter((uid) => uid.startsWith(`${index}_v`));
  const newest = Math.max(0, ...versioned.map((uid) => Number(uid.slice(index.length + 2)) || 0));
  // What an interrupted rebuild left.
  for (const uid of versioned) await settle(writer.deleteIndex(uid));
  return `${index}_v${newest + 1}`;
}

/** Those that are not older than what the engine holds. */
async function newer(writer: Meilisearch, index: string, documents: readonly SearchDocument[]) {
  const filter = `id IN [${documents.map(({ id }) => quoted(id)).join(", ")}]`;
  const { results } = await writer
    .index<Held>(index)
    .getDocuments({ filter, fields: ["id", "version"], limit: documents.length });
  const held = new Map(results.map(({ id, version }) => [id, version]));
  return documents.filter(({ id, version }) => (held.get(id) ?? 0) <= version);
}

async function versionsIn(writer: Meilisearch, index: string): Promise<Map<string, number>> {
  const versions = new Map<string, number>();
  for (let offset = 0; ; offset += ROWS_AT_ONCE) {
    const { results } = await writer
      .index<Held>(index)
      .getDocuments({ fields: ["id", "version"], limit: ROWS_AT_ONCE, offset });
    for (const { id, version } of results) versions.set(id, version);
    if (results.length < ROWS_AT_ONCE) return versions;
  }
}

/** Half a character, as text cut by its length leaves behind, makes the engine drop the whole batch. */
const wellFormed = (text: string) => text.replace(/\p{Cs}/gu, "");

function toHeld(given: SearchDocument): Held {
  const { point, closesAt, title, organization, summary, body, keywords, ...document } = given;
  const known = point && Math.abs(point.latitude) <= 90 && Math.abs(point.longitude) <= 180;
  return {
    ...document,
    title: wellFormed(title),
    organization: wellFormed(organization),
    summary: wellFormed(summary),
    body: wellFormed(body),
    keywords: keywords.map(wellFormed),
    closesAt: closesAt ?? NEVER,
    [CELL_FIELD]: cellOfDocument(given),
    [WORD_FORMS_FIELD]: otherForms([title, ...keywords]),
    [TITLE_WORDS_FIELD]: wordsIn(title).length,
    ...(known ? { _geo: { lat: point.latitude, lng: point.longitude } } : {}),
  };
}

interface Answer {
  hits: Held[];
  totalHits?: number;
  facetDistribution?: Record<string, Record<string, number>>;
}

function toPage([found, fresh, ...counted]: Answer[], criteria: SearchCriteria): SearchPage {
  const counts = Object.assign({}, found?.facetDistribution, ...counted.map((one) => one.facetDistribution)) as Record<
    string,
    Record<string, number> | undefined
  >;
  const isNew = fresh?.totalHits ?? 0;
  const asked = (group: FacetGroup) => Object.fromEntries(criteria[group].map((value) => [String(value), 0]));
  const facets = {
    ...Object.fromEntries(
      HELD_GROUPS.map((group) => [group, { ...asked(group), ...counts[FACET_FIELDS[group]] }] as const),
    ),
    new: { ...asked("new"), ...(isNew > 0 && { [THIS_WEEK]: isNew }) },
  } as FacetCounts;
  const hits = (found?.hits ?? []).map(({ id, _geo }) => ({ id, distanceMiles: milesTo(criteria, _geo) }));
  return { hits, total: found?.totalHits ?? 0, facets, cells: counts[CELL_FIELD] ?? {}, degraded: false };
}

const milesTo = ({ near }: SearchCriteria, geo: Held["_geo"]) =>
  near && geo ? milesBetween(near, { latitude: geo.lat, longitude: geo.lng }) : null;

function* inBatches<T>(all: readonly T[]) {
  for (let at = 0; at < all.length; at += ROWS_AT_ONCE) yield all.slice(at, at + ROWS_AT_ONCE);
}
