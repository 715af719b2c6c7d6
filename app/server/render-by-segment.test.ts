import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import { createRequestHandler } from "@remix-run/node";
import { describe, expect, it } from "vitest";
import { renderBySegment } from "./render-by-segment.ts";

const ROUTES = [
  ["root", undefined, ""],
  ["routes/_index", "root", undefined],
  ["routes/partner", "root", "partner"],
  ["routes/partner.listings.$listingId", "routes/partner", "listings/:listingId"],
  ["routes/join.organization.new", "root", "join/organization/new"],
  ["routes/$district", "root", ":district"],
  ["routes/$district.opportunities._index", "routes/$district", "opportunities"],
  ["routes/$district.partner", "routes/$district", "partner"],
] as const;

/** Routes that answer with their own name. */
const build = {
  mode: "production",
  routes: Object.fromEntries(
    ROUTES.map(([id, parentId, path]) => [
      id,
      { id, parentId, path, index: path === undefined, module: { loader: () => new Response(id) } },
    ]),
  ),
  assets: { routes: {}, entry: { imports: [], module: "" }, url: "", version: "" },
  entry: { module: { default: () => new Response(null, { status: 200 }) } },
  future: { v3_singleFetch: true },
  isSpaMode: false,
  basename: "/",
  publicPath: "/",
  assetsBuildDirectory: "",
} as unknown as ServerBuild;

const whole = createRequestHandler(build, "production");
const narrow = renderBySegment(build);

describe("rendering by the first segment", () => {
  it.each([
    ["/", "routes/_index"],
    ["/partner", "routes/partner"],
    ["/partner/listings/7", "routes/partner.listings.$listingId"],
    ["/PARTNER/listings/7", "routes/partner.listings.$listingId"],
    ["/%70artner/listings/7", "routes/partner.listings.$listingId"],
    ["/join/organization/new", "routes/join.organization.new"],
    ["/riverbend", "routes/$district"],
    ["/riverbend/opportunities", "routes/$district.opportunities._index"],
    ["/riverbend/partner", "routes/$district.partner"],
    ["/%E0%A4%A/opportunities", null],
  ])("answers %s as all routes together would: %s", async (path, route) => {
    const answers = await Promise.all(
      [whole, narrow].map(async (handler) => {
        const response = await handler(new Request(`http://localhost${path}`), {} as AppLoadContext);
        return { status: response.status, body: await response.text() };
      }),
    );
    expect(answers[1]).toEqual(answers[0]);
    if (route) expect(answers[1]?.body).toBe(route);
  });
});
