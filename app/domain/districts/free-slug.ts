const LONGEST = 50;

/** The words of a name as the last part of an address, numbered when another has it: "health-week", "health-week-2". */
export function freeSlug(name: string, taken: readonly string[]): string {
  const words = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const base = (words ?? ["list"]).join("-").slice(0, LONGEST).replace(/-$/, "");
  let slug = base;
  for (let number = 2; taken.includes(slug); number++) slug = `${base}-${number}`;
  return slug;
}
