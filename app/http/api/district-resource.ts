import type { z } from "zod";
import type { District } from "#app/domain/districts/districts.server.ts";
import type { District as Schema } from "#app/publishing/api/schemas.ts";
import { paths } from "../paths.ts";

export const districtResource = (district: District, origin: string): z.output<typeof Schema> => ({
  slug: district.slug,
  name: district.name,
  state: district.state,
  time_zone: district.timeZone,
  contact_email: district.contactEmail,
  url: origin + paths.list("en", district.slug),
  listings_url: origin + paths.api.listings(district.slug),
  hsds_url: origin + paths.api.hsds(district.slug),
});
