import { createHash } from "node:crypto";
import { publicPage } from "../public-page.ts";

export const JSON_TYPE = "application/json; charset=utf-8";

/** What a program asked for; kept by the server until the district's list changes, where it is about one. */
export function jsonAnswer(resource: object, { next = null }: { next?: string | null } = {}): Response {
  const body = JSON.stringify(resource);
  const tag = createHash("sha256").update(body).digest("base64url").slice(0, 22);
  return new Response(body, {
    headers: {
      "Content-Type": JSON_TYPE,
      ETag: `"${tag}"`,
      "Cache-Control": "public, max-age=0, must-revalidate",
      ...(next !== null && { Link: `<${next}>; rel="next"` }),
      ...publicPage(),
    },
  });
}
