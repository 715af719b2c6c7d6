import { Writable } from "node:stream";
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream, renderToString } from "react-dom/server";
import "#app/i18n/catalogs.server.ts";
import { noteFault } from "#app/server/faults.ts";

/** React gives up on what still suspends after this; nothing here is deferred, so it never should. */
const RENDER_DEADLINE_MS = 4_000;

/** Renders the whole page before a byte is sent: a late error still becomes an error page, and the page can be cached. */
export default function renderPage(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  headers.set("Content-Type", "text/html; charset=utf-8");
  const page = <RemixServer context={entry} url={request.url} nonce={context.nonce} abortDelay={RENDER_DEADLINE_MS} />;
  // A page without scripts carries none of its routes' data: nothing in it waits, and one string is cheapest.
  if (!context.nonce)
    return Promise.resolve(new Response(`<!DOCTYPE html>${renderToString(page)}`, { status, headers }));
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const sink = new Writable({
      write(chunk: Buffer, _encoding, next) {
        chunks.push(chunk);
        next();
      },
      final(next) {
        resolve(new Response(Buffer.concat(chunks), { status, headers }));
        next();
      },
    });
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce: context.nonce,
      onAllReady() {
        clearTimeout(timer);
        pipe(sink);
      },
      onShellError(error) {
        clearTimeout(timer);
        reject(error instanceof Error ? error : new Error("the page could not be rendered"));
      },
      onError: (error) => noteFault(context, error),
    });
    const timer = setTimeout(abort, RENDER_DEADLINE_MS);
  });
}

/** Remix calls this for everything that was thrown and is not a Response; the server then answers with a fault page. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  if (!request.signal.aborted) noteFault(context, error);
}
