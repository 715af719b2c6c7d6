import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { getDistrict } from "#app/domain/districts/districts.server.ts";
import { embedResponse } from "#app/http/embed.server.tsx";
import { notFound } from "#app/http/id-param.ts";
import { isLocale } from "#app/i18n/locales.ts";
import { readEmbed } from "#app/search/embed-query.ts";

/** The same list in the frame of the builder, which is a page of this site: the public one is framed by listed sites only. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const district = await getDistrict(ctx.db, ctx.actor.districtId);
  if (!district) throw notFound();
  const params = new URL(args.request.url).searchParams;
  const locale = params.get("locale") ?? "";
  const context = isLocale(locale) ? { ...args.context, locale } : args.context;
  const asked = readEmbed(params);
  return embedResponse(context, district, asked, { framedBy: "'self'", links: "_blank", site: null });
}
