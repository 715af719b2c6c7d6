/** What a partnership rests on: agreements, insurance, clearances. Staff of the district alone sees them. */
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { privateFiles } from "#db/schema/files.ts";
import { partnershipDocuments, partnerships } from "#db/schema/organizations.ts";
import { users } from "#db/schema/people.ts";
import { done, refused, type Context, type Coordinator, type Outcome } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { once } from "../once.server.ts";
import { judgeFile, safeFileName, type FileProblem } from "./document-file.ts";
import { UNDO_MINUTES } from "./documents.ts";
import type { DocumentKind } from "./vetting-steps.ts";

export interface NewDocument {
  partnershipId: string;
  kind: DocumentKind;
  subject: string | null;
  issuedOn: string | null;
  expiresOn: string | null;
  /** Null: it was seen, no copy is kept. */
  file: { name: string; bytes: Uint8Array } | null;
  idempotencyKey: string;
}
type Kept = { documentId: string };
export type DocumentRefusal = "not_found" | "expires_before_issued" | FileProblem;

/** The files as they came, once they are what their name says and nothing else. */
export function addDocument(
  ctx: Context<Coordinator>,
  { partnershipId, file, idempotencyKey, ...document }: NewDocument,
): Promise<Outcome<Kept, DocumentRefusal>> {
  return once<Coordinator, Kept, DocumentRefusal>(ctx, "add-document", idempotencyKey, async (ctx) => {
    const { db, actor, now } = ctx;
    const { districtId } = actor;
    const own = and(eq(partnerships.id, partnershipId), eq(partnerships.districtId, districtId));
    const [partnership] = await db.select({ id: partnerships.id }).from(partnerships).where(own).for("share");
    if (!partnership) return refused("not_found");
    const { issuedOn, expiresOn } = document;
    if (issuedOn && expiresOn && expiresOn < issuedOn) return refused("expires_before_issued");
    const verdict = file && judgeFile(file.name, file.bytes);
    if (verdict && !verdict.ok) return refused(verdict.problem);
    const fileId = file && verdict ? await keepFile(ctx, file, verdict.mediaType) : null;
    const [row] = await db
      .insert(partnershipDocuments)
      .values({ ...document, partnershipId, districtId, fileId, seenBy: actor.userId, seenAt: now })
      .returning({ id: partnershipDocuments.id });
    const detail = { partnershipId, kind: document.kind };
    await recordEvent(ctx, "document.added", { id: row!.id, districtId, detail });
    return done({ documentId: row!.id });
  });
}

async function keepFile(
  { db, actor, now }: Context<Coordinator>,
  { name, bytes }: { name: string; bytes: Uint8Array },
  mediaType: (typeof privateFiles.$inferSelect)["mediaType"],
): Promise<string> {
  const [kept] = await db
    .insert(privateFiles)
    .values({
      ...{ districtId: actor.districtId, name: safeFileName(name, mediaType), mediaType, size: bytes.length },
      ...{ bytes: Buffer.from(bytes), uploadedBy: actor.userId, createdAt: now },
    })
    .returning({ id: privateFiles.id });
  return kept!.id;
}

/** The newest first; what was removed is not among them. */
export const listDocuments = ({ db, actor }: Context<Coordinator>, partnershipId: string) =>
  db
    .select({
      id: partnershipDocuments.id,
      kind: partnershipDocuments.kind,
      subject: partnershipDocuments.subject,
      issuedOn: partnershipDocuments.issuedOn,
      expiresOn: partnershipDocuments.expiresOn,
      seenBy: users.name,
      seenAt: partnershipDocuments.seenAt,
      fileName: privateFiles.name,
      fileSize: privateFiles.size,
    })
    .from(partnershipDocuments)
    .leftJoin(users, eq(users.id, partnershipDocuments.seenBy))
    .leftJoin(privateFiles, eq(privateFiles.id, partnershipDocuments.fileId))
    .where(
      and(
        eq(partnershipDocuments.partnershipId, partnershipId),
        eq(partnershipDocuments.districtId, actor.districtId),
        isNull(partnershipDocuments.removedAt),
      ),
    )
    .orderBy(sql`${partnershipDocuments.expiresOn} desc nulls first`, desc(partnershipDocuments.seenAt));

interface Named {
  partnershipId: string;
  documentId: string;
}

const ownDocument = ({ actor }: Context<Coordinator>, { partnershipId, documentId }: Named) =>
  and(
    eq(partnershipDocuments.id, documentId),
    eq(partnershipDocuments.partnershipId, partnershipId),
    eq(partnershipDocuments.districtId, actor.districtId),
  );

/** The file's bytes, for who is noted to have opened it. Null: not there, removed, without a file, or another district's. */
export function openDocument(ctx: Context<Coordinator>, named: Named) {
  return ctx.db.transaction(async (db) => {
    const [file] = await db
      .select({ name: privateFiles.name, mediaType: privateFiles.mediaType, bytes: privateFiles.bytes })
      .from(partnershipDocuments)
      .innerJoin(privateFiles, eq(privateFiles.id, partnershipDocuments.fileId))
      .where(and(ownDocument(ctx, named), isNull(partnershipDocuments.removedAt)));
    if (!file) return null;
    const { partnershipId, documentId } = named;
    const { districtId } = ctx.actor;
    await recordEvent({ ...ctx, db }, "document.opened", { id: documentId, districtId, detail: { partnershipId } });
    return file;
  });
}

export type RemovalRefusal = "not_found" | "too_late";

/** Gone from the partner's page; within minutes it can be brought back. */
export function removeDocument(
  ctx: Context<Coordinator>,
  { isRemoved, idempotencyKey, ...named }: Named & { isRemoved: boolean; idempotencyKey: string },
): Promise<Outcome<Kept, RemovalRefusal>> {
  return once<Coordinator, Kept, RemovalRefusal>(ctx, "remove-document", idempotencyKey, async (ctx) => {
    const [document] = await ctx.db.select().from(partnershipDocuments).where(ownDocument(ctx, named)).for("update");
    if (!document) return refused("not_found");
    const { id, districtId, partnershipId, removedAt } = document;
    if (isRemoved === (removedAt !== null)) return done({ documentId: id });
    if (removedAt && ctx.now.getTime() - removedAt.getTime() > UNDO_MINUTES * 60_000) return refused("too_late");
    const to = { removedAt: isRemoved ? ctx.now : null };
    await ctx.db.update(partnershipDocuments).set(to).where(eq(partnershipDocuments.id, id));
    const event = isRemoved ? "document.removed" : "document.brought_back";
    await recordEvent(ctx, event, { id, districtId, detail: { partnershipId } });
    return done({ documentId: id });
  });
}
