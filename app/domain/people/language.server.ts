import { eq } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { users } from "#db/schema/people.ts";

/** The language a person's desk and mails are in. Saying it twice is saying it once. */
export async function chooseLanguage(db: Database, userId: string, locale: "en" | "es") {
  await db.update(users).set({ locale }).where(eq(users.id, userId));
}
