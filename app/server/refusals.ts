import type { ServerResponse } from "node:http";
import { PROBLEM_TYPE, problemResource } from "#app/http/api/problem.ts";
import { ALLOWED_METHODS, type Refusal } from "./admission.ts";
import { faultDocument } from "./fault-page.tsx";
import { openedHeaders, PROGRAM_METHODS } from "./for-programs.ts";
import type { HeaderPair } from "./security-headers.ts";

interface Audience {
  headers: readonly HeaderPair[];
  type: string;
  allow: string;
  bodyOf: (status: number) => string;
}

/** Ends a request that never reaches the application. `allow`: what its address takes, where that is less than usual. */
export type Refuse = (outgoing: ServerResponse, refusal: Refusal, allow?: string) => void;

/** As people read it: a page, drawn once, so that whoever sends nonsense costs no rendering. */
export function pageRefusals(headers: readonly HeaderPair[], styles: string[]): Refuse {
  const pages = new Map(
    [400, 403, 405, 414].map((status) => [status, faultDocument({ status, locale: "en", styles })] as const),
  );
  const bodyOf = (status: number) => pages.get(status) ?? "";
  return refuseAs({ headers, type: "text/html; charset=utf-8", allow: ALLOWED_METHODS, bodyOf });
}

/** As programs read it: a problem, which another site's script may see. */
export function problemRefusals(headers: readonly HeaderPair[], origin: string): Refuse {
  const codeOf = (status: number) => (status === 405 ? "method_not_allowed" : "bad_request");
  const bodyOf = (status: number) => JSON.stringify({ ...problemResource(origin, codeOf(status)), status });
  return refuseAs({ headers: openedHeaders(headers), type: PROBLEM_TYPE, allow: PROGRAM_METHODS, bodyOf });
}

const refuseAs =
  ({ headers, type, bodyOf, ...usual }: Audience): Refuse =>
  (outgoing, refusal, allow = usual.allow) => {
    const said: HeaderPair[] = [...headers, ["Cache-Control", "no-store"]];
    if (refusal.redirect !== undefined) {
      outgoing.writeHead(refusal.status, [...said, ["Location", refusal.redirect]].flat()).end();
      return;
    }
    if (refusal.status === 405) said.push(["Allow", allow]);
    // An unread body must not be taken for the next request.
    said.push(["Content-Type", type], ["Connection", "close"]);
    outgoing.writeHead(refusal.status, said.flat()).end(bodyOf(refusal.status));
  };
