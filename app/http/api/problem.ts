import { PROBLEMS, type ProblemCode, type ProblemResource } from "#app/publishing/api/schemas.ts";

interface Told {
  detail?: string | undefined;
  parameter?: string | undefined;
  headers?: Record<string, string>;
}

export const PROBLEM_TYPE = "application/problem+json";

/** What a program asked for cannot be answered, and why (RFC 9457). */
export function problem(origin: string, code: ProblemCode, { headers, ...told }: Told = {}): Response {
  const body = problemResource(origin, code, told);
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: { "Content-Type": PROBLEM_TYPE, "Cache-Control": "no-store", ...headers },
  });
}

export function problemResource(origin: string, code: ProblemCode, told: Omit<Told, "headers"> = {}): ProblemResource {
  const { status, title } = PROBLEMS[code];
  return { type: `${origin}/api#${code.replaceAll("_", "-")}`, title, status, ...told };
}
