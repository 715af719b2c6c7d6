const LONGEST_WORDS = 60;
const MARKS = /\p{M}/gu;

/**
 * The stable last part of a listing's address: words of the title in ASCII, then the end of the listing's id, which
 * keeps two listings of one title apart and makes a reserved word impossible. Any title will do.
 */
export function listingSlug(title: string, id: string): string {
  const words = title
    .normalize("NFKD")
    .replace(MARKS, "")
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return `${fitting(words ?? ["opportunity"])}-${id.slice(-6).toLowerCase()}`;
}

/** As many whole words as fit; of one endless word, its beginning. */
function fitting([first = "", ...rest]: string[]) {
  let slug = first.slice(0, LONGEST_WORDS);
  for (const word of rest) {
    if (slug.length + 1 + word.length > LONGEST_WORDS) break;
    slug += `-${word}`;
  }
  return slug;
}
