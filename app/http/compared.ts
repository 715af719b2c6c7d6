/** More than three columns nobody reads on a phone. */
export const MOST_COMPARED = 3;
/** What a device holds of one district: their names fit an address. */
export const MOST_ON_DEVICE = 50;

/** Listings an address names, each once. */
export const listingsAsked = (params: URLSearchParams, most: number) =>
  [...new Set(params.getAll("listing"))].filter((slug) => /^[a-z0-9-]{1,200}$/.test(slug)).slice(0, most);
