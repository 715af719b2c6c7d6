/** Pages as the HSDS API reference has them: by number, with what there is in all. */
import type { HsdsRecord } from "#app/publishing/hsds/record.server.ts";
import { A_PAGE, MOST_A_PAGE, type Asked } from "./list-question.ts";

export interface HsdsPage {
  page: number;
  size: number;
  /** With everything below each of them. */
  isFull: boolean;
}

const CHECKS: Record<string, RegExp> = { page: /^[1-9]\d{0,4}$/, per_page: /^\d{1,3}$/, full: /^(true|false)$/ };

export function readHsdsPage(params: URLSearchParams): Asked<HsdsPage> {
  for (const parameter of new Set(params.keys())) {
    const check = Object.hasOwn(CHECKS, parameter) ? CHECKS[parameter] : undefined;
    const values = params.getAll(parameter);
    const why = !check
      ? ("unknown_parameter" as const)
      : values.length > 1
        ? ("given_twice" as const)
        : values.every((value) => check.test(value))
          ? null
          : ("unknown_value" as const);
    if (why) return { ok: false, problem: { parameter, why } };
  }
  const size = Number(params.get("per_page") ?? A_PAGE);
  if (size < 1 || size > MOST_A_PAGE) return { ok: false, problem: { parameter: "per_page", why: "unknown_value" } };
  const page = Number(params.get("page") ?? 1);
  return { ok: true, value: { page, size, isFull: params.get("full") === "true" } };
}

export function writeHsdsPage({ page, size, isFull }: HsdsPage): URLSearchParams {
  const params = new URLSearchParams();
  if (page !== 1) params.set("page", String(page));
  if (size !== A_PAGE) params.set("per_page", String(size));
  if (isFull) params.set("full", "true");
  return params;
}

export const onPage = <T>(all: readonly T[], { page, size }: HsdsPage) => all.slice((page - 1) * size, page * size);

/** What stands around the records of a page. */
export function hsdsEnvelope({ page, size }: Pick<HsdsPage, "page" | "size">, total: number, shown: number) {
  const pages = Math.ceil(total / size);
  return {
    total_items: total,
    total_pages: pages,
    page_number: page,
    size: shown,
    first_page: page === 1,
    last_page: page >= pages,
    empty: shown === 0,
  };
}

export const hsdsPage = (page: HsdsPage, total: number, contents: readonly HsdsRecord[]) => ({
  ...hsdsEnvelope(page, total, contents.length),
  contents,
});
