import type { LoaderFunctionArgs } from "@remix-run/node";
import { jsonAnswer } from "#app/http/api/answer.server.ts";
import { districtAsked, nothingAsked } from "#app/http/api/answering.server.ts";
import { HSDS_VERSION } from "#app/publishing/hsds/service.server.ts";

/** Which HSDS this is. */
export async function loader(args: LoaderFunctionArgs) {
  nothingAsked(args);
  await districtAsked(args);
  return jsonAnswer({
    version: HSDS_VERSION,
    profile: "https://docs.openreferral.org/en/3.0/",
    openapi_url: "https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json",
  });
}
