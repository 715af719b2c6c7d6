import type { LoaderFunctionArgs } from "@remix-run/node";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { notFound } from "#app/http/id-param.ts";
import { themeCss } from "#app/http/theme.ts";

/** A public page may carry no style of its own, so a district's color is a stylesheet of this site. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const district = await getDistrictBySlug(context.db, params.district ?? "");
  if (!district?.color) throw notFound();
  const asked = new URL(request.url).searchParams;
  const isCurrent = asked.get("color") === district.color.slice(1);
  return new Response(themeCss(district.color, asked.get("look")), {
    headers: {
      "Content-Type": "text/css; charset=utf-8",
      "Cache-Control": isCurrent ? "public, max-age=31536000, immutable" : "no-cache",
    },
  });
}
