import { eq } from "drizzle-orm";
import type { Context, Coordinator } from "#app/domain/context.ts";
import { draftEdition } from "#app/domain/editions/drafting.server.ts";
import type { PublishedList } from "#app/domain/editions/published-list.ts";
import { readLiveList } from "#app/domain/editions/published-list.server.ts";
import { lockEdition, lockNumbers, publishList } from "#app/domain/editions/publishing.server.ts";
import { addDays, localDate } from "#app/domain/districts/zone.ts";
import type { Database } from "#db/database.ts";
import { districts as districtRows } from "#db/schema/districts.ts";
import { editions } from "#db/schema/editions.ts";
import { districts, people } from "#db/seed/cast.ts";
import { seed } from "#db/seed/index.ts";

const DAY_MS = 86_400_000;

const DEMO_EDITIONS = [
  {
    ...{ district: districts.riverbend, coordinator: people.dana, daysAgo: 45 },
    ...{ title: "Start of the season", titleEs: "Comienzo de la temporada" },
    note: "Dear families,\n\nThis is our first list. Each place on it was checked by us. Call us when you have a question.",
    noteEs:
      "Estimadas familias:\n\nEsta es nuestra primera lista. Revisamos cada lugar que hay en ella. Llámennos si tienen preguntas.",
  },
  {
    ...{ district: districts.riverbend, coordinator: people.dana, daysAgo: 6 },
    ...{ title: "Mid-season", titleEs: "Mitad de la temporada" },
    note: "Dear families,\n\nMany new places came in. Look at what closes soon first.",
    noteEs: "Estimadas familias:\n\nLlegaron muchos lugares nuevos. Miren primero lo que cierra pronto.",
  },
  {
    ...{ district: districts.lakeshore, coordinator: people.priya, daysAgo: 20 },
    ...{ title: "Our first list", titleEs: "Nuestra primera lista", note: null, noteEs: null },
  },
];

/** The demo: what the seed plants, and its districts' editions. What is there already stays. */
export async function plantDemo(db: Database, now: Date): Promise<void> {
  await seed(db, now);
  if ((await db.$count(editions)) > 0) return;
  for (const demo of DEMO_EDITIONS) await publishDemo(db, now, demo);
}

async function publishDemo(db: Database, now: Date, { district: of, coordinator, daysAgo, ...words }: Demo) {
  const then = new Date(now.getTime() - daysAgo * DAY_MS);
  const actor: Coordinator = { kind: "coordinator", userId: coordinator.id, districtId: of.id };
  const ctx: Context<Coordinator> = { db, now: then, actor };
  const drafted = await draftEdition(ctx, { ...words, idempotencyKey: crypto.randomUUID() });
  if (!drafted.ok) throw new Error(drafted.refusal);
  await db.transaction(async (tx) => {
    await lockNumbers(tx, of.id);
    const edition = await lockEdition(tx, { id: drafted.value.editionId, districtId: of.id });
    const [district] = await tx.select().from(districtRows).where(eq(districtRows.id, of.id));
    const live = await readLiveList(tx, district!, now);
    const asOf = localDate(then, district!.timeZone);
    await publishList({ ...ctx, db: tx }, edition!, { ...live, asOf, entries: asOnce(live, then, asOf) }, district!);
  });
}

type Demo = (typeof DEMO_EDITIONS)[number];

/** Roughly what the list was: what came later is left out, and some of it was otherwise. */
const asOnce = ({ entries }: PublishedList, then: Date, asOf: string): PublishedList["entries"] =>
  entries
    .filter(({ publishedAt }) => publishedAt !== null && publishedAt <= then)
    .map((listing, at) => {
      const { content, confirmedAt, closesOn } = listing;
      const wasConfirmed = confirmedAt !== null && confirmedAt <= then;
      return {
        ...listing,
        ...(!wasConfirmed && { confirmedAt: listing.publishedAt, confirmedOn: listing.publishedOn }),
        ...(at % 11 === 3 && closesOn && closesOn > addDays(asOf, 30) && { closesOn: addDays(closesOn, -14) }),
        ...(at % 13 === 5 && content.places && { content: { ...content, places: content.places + 1 } }),
      };
    });
