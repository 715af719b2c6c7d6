/** Links of families as those in them see them, and as their school does; ending one, and the school's own word. */
import { and, asc, eq, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { guardianships, users } from "#db/schema/people.ts";
import { done, refused, type Context, type Coordinator, type Outcome } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { tell } from "../mail/tell.server.ts";
import { once } from "../once.server.ts";
import { isOwn, type Relative } from "./guardianships.server.ts";
import { isConfirmed } from "./guardianship.ts";

interface Change {
  guardianshipId: string;
  idempotencyKey: string;
}
type Changed = { guardianshipId: string };

export interface Family {
  confirmed: { id: string; name: string }[];
  /** Asked by the other; what one asked oneself is not listed, since that would tell who has an account. */
  asking: { id: string; name: string }[];
}

/** Of a parent the children, of a student the parents; by name, and nothing else of them. */
export async function listFamily({ db, actor }: Context<Relative>): Promise<Family> {
  const other = actor.kind === "parent" ? guardianships.studentId : guardianships.parentId;
  const rows = await db
    .select({ link: guardianships, name: users.name })
    .from(guardianships)
    .innerJoin(users, eq(users.id, other))
    .where(and(isOwn(actor), isNull(guardianships.endedAt), eq(guardianships.districtId, actor.districtId)))
    .orderBy(asc(users.name));
  const asked = rows.filter(
    ({ link }) => !isConfirmed(link) && (actor.kind === "parent" ? link.studentSaidAt : link.parentSaidAt),
  );
  return {
    confirmed: rows.filter(({ link }) => isConfirmed(link)).map(({ link, name }) => ({ id: link.id, name })),
    // Until it is confirmed a parent is told a first name: enough to know one's own child.
    asking: asked.map(({ link, name }) => ({
      id: link.id,
      name: actor.kind === "parent" ? (name.split(" ")[0] ?? "") : name,
    })),
  };
}

/** Either side takes it back or turns it down, and so may the school. */
export function endGuardianship(
  ctx: Context<Relative | Coordinator>,
  { guardianshipId, idempotencyKey }: Change,
): Promise<Outcome<Changed, "not_found">> {
  return once<Relative | Coordinator, Changed, "not_found">(ctx, "end-guardianship", idempotencyKey, async (ctx) => {
    const { db, actor, now } = ctx;
    const theirs = actor.kind === "coordinator" ? eq(guardianships.districtId, actor.districtId) : isOwn(actor);
    const [ended] = await db
      .update(guardianships)
      .set({ endedAt: now, endedBy: actor.userId })
      .where(and(eq(guardianships.id, guardianshipId), isNull(guardianships.endedAt), theirs))
      .returning();
    if (!ended) return refused("not_found");
    const { districtId } = ended;
    await recordEvent(ctx, "guardianship.ended", { id: guardianshipId, districtId, detail: { by: actor.kind } });
    return done({ guardianshipId });
  });
}

/** The school knows them: its word alone is enough. Both are told. */
export function confirmGuardianship(
  ctx: Context<Coordinator>,
  { guardianshipId, idempotencyKey }: Change,
): Promise<Outcome<Changed, "not_found">> {
  return once<Coordinator, Changed, "not_found">(ctx, "confirm-guardianship", idempotencyKey, async (ctx) => {
    const { db, actor, now } = ctx;
    const [link] = await db
      .update(guardianships)
      .set({ schoolSaidAt: now, schoolSaidBy: actor.userId })
      .where(
        and(
          eq(guardianships.id, guardianshipId),
          eq(guardianships.districtId, actor.districtId),
          isNull(guardianships.endedAt),
          isNull(guardianships.schoolSaidAt),
        ),
      )
      .returning();
    if (!link) return refused("not_found");
    const { districtId, parentId, studentId } = link;
    await recordEvent(ctx, "guardianship.confirmed", { id: guardianshipId, districtId, detail: { by: "school" } });
    for (const userId of [parentId, studentId])
      await tell(ctx, "family-guardianship-confirmed", { userId }, { guardianshipId }, { districtId });
    return done({ guardianshipId });
  });
}

/** Links of the district that wait for a second yes, the longest first. */
export async function listWaitingFamilies({ db, actor }: Context<Coordinator>) {
  const parent = alias(users, "parent");
  const student = alias(users, "student");
  const rows = await db
    .select({ link: guardianships, parent: parent.name, student: student.name })
    .from(guardianships)
    .innerJoin(parent, eq(parent.id, guardianships.parentId))
    .innerJoin(student, eq(student.id, guardianships.studentId))
    .where(and(eq(guardianships.districtId, actor.districtId), isNull(guardianships.endedAt)))
    .orderBy(asc(guardianships.createdAt));
  return rows
    .filter(({ link }) => !isConfirmed(link))
    .map(({ link, ...names }) => ({
      id: link.id,
      ...names,
      askedBy: link.parentSaidAt ? ("parent" as const) : ("student" as const),
      askedAt: link.parentSaidAt ?? link.studentSaidAt ?? link.createdAt,
    }));
}
