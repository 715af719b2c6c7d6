import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { findOwnWords } from "#app/domain/districts/own-words.server.ts";
import { describePicture } from "#app/domain/files/pictures.server.ts";
import { paths } from "#app/http/paths.ts";
import { DistrictWords } from "#app/i18n/locale.tsx";
import { SaveForm } from "#app/ui/saved/save-button.tsx";
import { SavedSaid } from "#app/ui/saved/saved-said.tsx";
import { SiteFooter } from "./site-footer.tsx";
import { SiteHeader } from "./site-header.tsx";

export const handle = { frame: true };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const district = await getDistrictBySlug(context.db, params.district ?? "");
  if (!district) throw new Response(null, { status: 404 });
  const { slug, name, color, logoId, logoAlt, faviconId, touchIconId } = district;
  const { contactEmail: email, contactOffice: office, contactPhone: phone, contactAddress: address } = district;
  const [words, logo] = await Promise.all([
    findOwnWords(context.db, district, context.locale),
    describePicture(context.db, { pictureId: logoId, pictureAlt: logoAlt }),
  ]);
  return {
    ...{ slug, name, words, logo, theme: color && paths.theme(slug, color) },
    contact: { email, office, phone, address },
    // The document around the page puts them in its head.
    icons: faviconId && touchIconId ? { favicon: faviconId, touchIcon: touchIconId } : null,
  };
}

export default function DistrictFrame() {
  const { slug, name, contact, words, logo, theme } = useLoaderData<typeof loader>();
  return (
    <DistrictWords words={words}>
      {theme && <link rel="stylesheet" href={theme} />}
      <SiteHeader slug={slug} name={name} logo={logo} />
      <main id="main" tabIndex={-1} className="district-main">
        <Outlet />
      </main>
      <SiteFooter slug={slug} name={name} contact={contact} />
      <SaveForm />
      <SavedSaid district={slug} />
    </DistrictWords>
  );
}
