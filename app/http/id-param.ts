import { z } from "zod";

/** The id in an address; what is no uuid is not found, the same as an id nobody has. */
export function idParam(params: Record<string, string | undefined>, name: string): string {
  const id = z.guid().safeParse(params[name]);
  if (!id.success) throw notFound();
  return id.data;
}

export const notFound = () => new Response(null, { status: 404 });

/** An id in an address' query; null: none, or none that could be one. */
export const idAsked = (asked: string | null): string | null => z.guid().safeParse(asked).data ?? null;
