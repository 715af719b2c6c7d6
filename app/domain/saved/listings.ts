/** Listings one person may save: more than anyone compares, and still one page. */
export const MOST_SAVED = 200;
