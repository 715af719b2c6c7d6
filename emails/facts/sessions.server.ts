import { eq } from "drizzle-orm";
import { sessions } from "#db/schema/people.ts";
import type { About } from "../about.server.ts";

export interface NewSession {
  /** As the browser calls itself; null when it does not, or the session has ended since. */
  device: string | null;
  at: Date;
}

/** Also told of a session that has ended: whoever signed in for a minute was there too. */
export async function readNewSession({ db, data, mail }: About<{ sessionId: string }>): Promise<NewSession> {
  const [session] = await db.select().from(sessions).where(eq(sessions.publicId, data.sessionId));
  if (!session || session.userId !== mail.userId) return { device: null, at: mail.createdAt };
  return { device: session.device || null, at: session.createdAt };
}
