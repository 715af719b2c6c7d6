import type { Site } from "./profile.ts";

/** Where an opportunity is that takes place at a site, as its form says it, with the site's point. */
export const placeOfSite = ({ street, city, state, zip, latitude, longitude }: Site) => ({
  ...{ street, city, state, zip },
  ...{ latitude, longitude },
});

export const siteInWords = ({ name, street, city }: Site) => [name, street, city].filter(Boolean).join(", ");
