import { parse } from "csv-parse/sync";
import { expect } from "vitest";
import type { ListingResource } from "#app/publishing/api/listing-schema.ts";
import { asDescribed } from "./described.ts";

/** A district's list as each form for programs tells it: read back by something that knows nothing of us. */
export function readingForms(ask: (url: string) => Promise<Response>) {
  return {
    ask,
    /** All pages, each held against the document. */
    async listings(url: string): Promise<ListingResource[]> {
      const found: ListingResource[] = [];
      for (let next: string | null = url; next;) {
        const page = (await asDescribed(next, await ask(next))) as { data: ListingResource[]; next: string | null };
        found.push(...page.data);
        next = page.next;
      }
      return found;
    },
    async csv(url: string): Promise<Record<string, string>[]> {
      const answer = await ask(url);
      expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      return parse(bytes, { bom: true, columns: true });
    },
    async hsds(district: string): Promise<Record<string, unknown>[]> {
      const answer = await ask(`/api/hsds/v3/districts/${district}/export.json`);
      const whole = (await answer.json()) as { total_items: number; contents: Record<string, unknown>[] };
      expect(whole.contents).toHaveLength(whole.total_items);
      return whole.contents;
    },
  };
}
