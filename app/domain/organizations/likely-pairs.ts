/** Pairs of organizations that are likely one, found among hundreds without comparing each with each. */
import { acronymsOf, LIKELY, likenessBy, signsOf, type Likeness, type Signs, type Traits } from "./likely-same.ts";

export interface Candidate extends Traits {
  id: string;
}
export interface LikelyPair extends Likeness {
  ids: [string, string];
}

interface Signed {
  id: string;
  signs: Signs;
}

/** A word so many share says nothing, and would make everybody everybody's candidate. */
const MOST_SHARING = 60;

/** The likeliest first; each pair once. */
export function likelyPairs(candidates: readonly Candidate[]): LikelyPair[] {
  const sharing = new Map<string, Signed[]>();
  for (const candidate of candidates) {
    const signed = { id: candidate.id, signs: signsOf(candidate) };
    for (const mark of marksOf(candidate, signed.signs)) {
      const group = sharing.get(mark);
      if (group) group.push(signed);
      else sharing.set(mark, [signed]);
    }
  }
  const pairs = new Map<string, LikelyPair>();
  for (const group of sharing.values()) {
    if (group.length > MOST_SHARING) continue;
    for (const [i, a] of group.entries())
      for (const b of group.slice(i + 1)) {
        const ids = [a.id, b.id].toSorted() as [string, string];
        const key = ids.join(" ");
        if (!pairs.has(key)) pairs.set(key, { ids, ...likenessBy(a.signs, b.signs) });
      }
  }
  return [...pairs.values()]
    .filter(({ score }) => score >= LIKELY)
    .sort((a, b) => b.score - a.score || a.ids.join().localeCompare(b.ids.join()));
}

/** Whoever is likely the same shares one of these: a word's beginning, initials, a host, a house number with its ZIP code. */
function marksOf({ street, zip }: Candidate, { key, host, mailHosts }: Signs): Set<string> {
  const number = /\d+/.exec(street ?? "")?.[0];
  return new Set([
    ...key.split(" ").map((word) => `word ${word.slice(0, 4)}`),
    ...[key.replaceAll(" ", ""), ...acronymsOf(key)].map((letters) => `letters ${letters}`),
    ...(host ? [`host ${host.split(".").slice(-2).join(".")}`] : []),
    ...mailHosts.map((each) => `mail ${each}`),
    ...(number && zip ? [`at ${number} ${zip.slice(0, 5)}`] : []),
  ]);
}
