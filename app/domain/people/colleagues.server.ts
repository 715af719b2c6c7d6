import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { districtStaff, users } from "#db/schema/people.ts";
import type { Context, Coordinator } from "../context.ts";

/** Everyone who may review for the district today, by name. */
export const listColleagues = ({ db, actor }: Context<Coordinator>) =>
  db
    .select({ userId: users.id, name: users.name })
    .from(districtStaff)
    .innerJoin(users, eq(users.id, districtStaff.userId))
    .where(and(eq(districtStaff.districtId, actor.districtId), isNull(districtStaff.disabledAt)))
    .orderBy(asc(sql`lower(${users.name})`));
