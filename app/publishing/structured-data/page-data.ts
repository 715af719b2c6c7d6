import { webAddress } from "../web-address.ts";
import { postalAddress, type Node } from "./listing-data.ts";

/** The way to a page, the page itself last. */
export const breadcrumbs = (origin: string, steps: readonly { name: string; path: string }[]): Node => ({
  "@context": "https://schema.org",
  "@type": "BreadcrumbList",
  itemListElement: steps.map(({ name, path }, index) => ({
    "@type": "ListItem",
    position: index + 1,
    name,
    item: origin + path,
  })),
});

/** A partner as its page shows it. */
export const partnerData = (
  partner: {
    name: string;
    about: string | null;
    website: string | null;
    street: string | null;
    city: string | null;
    state: string | null;
    zip: string | null;
  },
  { url, logo }: { url: string; logo: string | null },
): Node => ({
  "@context": "https://schema.org",
  "@type": "Organization",
  name: partner.name,
  url,
  description: partner.about ?? undefined,
  sameAs: webAddress(partner.website) ?? undefined,
  logo: logo ?? undefined,
  ...(partner.city !== null && { address: postalAddress(partner) }),
});
