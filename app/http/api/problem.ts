import { PROBLEMS, type ProblemCode, type ProblemResource } from "#app/publishing/api/schemas.ts";

interface Told {
  detail?: string | undefined;
  parameter?: string | undefined;
  headers?: Record<string, string>;
}

/** What a program asked for cannot be answered, and why (RFC 9457). */
export function problem(origin: string, code: ProblemCode, { detail, parameter, headers }: Told = {}): Response {
  const { status, title } = PROBLEMS[code];
  const type = `${origin}/api#${code.replaceAll("_", "-")}`;
  const body: ProblemResource = { type, title, status, detail, parameter };
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/problem+json", "Cache-Control": "no-store", ...headers },
  });
}
