import { describe, expect, it } from "vitest";
import { pagesToLink, withOne, without, withoutAll, withPage } from "./list-address.ts";

const params = new URLSearchParams("q=bike&kind=a&kind=b&page=3");

describe("addresses of the list", () => {
  it("drop one choice and start at the first page", () => {
    expect(without(params, { name: "kind", value: "a" }).toString()).toBe("q=bike&kind=b");
    expect(withoutAll(params, ["kind", "q"]).toString()).toBe("");
    expect(withOne(params, "sort", "newest").toString()).toBe("q=bike&kind=a&kind=b&sort=newest");
    expect(params.get("page")).toBe("3");
  });

  it("number every page but the first", () => {
    expect(withPage(params, 2).get("page")).toBe("2");
    expect(withPage(params, 1).has("page")).toBe(false);
  });

  it("link the ends and the neighbors, and leave no gap of one", () => {
    expect(pagesToLink(1, 3)).toEqual([1, 2, 3]);
    expect(pagesToLink(5, 9)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(pagesToLink(10, 20)).toEqual([1, null, 8, 9, 10, 11, 12, null, 20]);
  });
});
