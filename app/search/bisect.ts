import type { RefusedDocument, SearchDocument } from "./search-index.ts";

/**
 * Sends documents together; when the engine refuses them for what is in one, halves them until that one is alone.
 * Answers those it will not take. Any other failure is thrown.
 */
export async function sendAllSound(
  documents: readonly SearchDocument[],
  send: (documents: readonly SearchDocument[]) => Promise<void>,
  isRefusal: (error: unknown) => boolean,
): Promise<RefusedDocument[]> {
  if (!documents.length) return [];
  try {
    await send(documents);
    return [];
  } catch (error) {
    if (!isRefusal(error)) throw error;
    if (documents.length === 1) return [{ id: documents[0]!.id, reason: reasonOf(error) }];
    const half = Math.ceil(documents.length / 2);
    return [
      ...(await sendAllSound(documents.slice(0, half), send, isRefusal)),
      ...(await sendAllSound(documents.slice(half), send, isRefusal)),
    ];
  }
}

/** The engine's own words; a driver's error quotes the whole document around them. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
}
