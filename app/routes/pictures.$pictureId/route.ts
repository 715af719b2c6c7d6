import type { LoaderFunctionArgs } from "@remix-run/node";
import { readPicture } from "#app/domain/files/pictures.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";

/** Nothing in it runs or loads, also when it is opened by itself. */
const POLICY = "default-src 'none'; frame-ancestors 'none'";

/** A picture never changes: another one has another address. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const picture = await readPicture(context.db, idParam(params, "pictureId"));
  if (!picture) throw notFound();
  return new Response(new Uint8Array(picture.bytes), {
    headers: {
      "Content-Type": picture.mediaType,
      "Content-Length": String(picture.bytes.length),
      "Content-Disposition": "inline",
      "Content-Security-Policy": POLICY,
      "Cache-Control": "public, max-age=31536000, immutable",
    },
  });
}
