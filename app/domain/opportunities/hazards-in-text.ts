import { HAZARD_CODES, type Hazard } from "./child-labor-rules.ts";
import { HAZARD_WORDS } from "./hazard-words.ts";

/**
 * Hazards a text speaks of, as far as words can tell: what is denied ("no forklift driving", "adults use the saw") or
 * only looked at ("watch the crane") is left out. A guess to be read by a person, who knows better.
 */
export interface SpokenHazard {
  hazard: Hazard;
  /** As it stands in the text, lower case and without accents. */
  word: string;
}

interface Part {
  isOptional: boolean;
  choices: { text: string; isStem: boolean }[];
}
interface Pattern {
  hazard: Hazard;
  parts: Part[];
}

/** By the first two letters of their first word, so that a text's word is tried against a few. */
const patternsByStart = new Map<string, Pattern[]>();
for (const hazard of HAZARD_CODES)
  for (const pattern of HAZARD_WORDS[hazard].split(", ")) {
    const parts = pattern.split(" ").map(partOf);
    for (const start of new Set(parts[0]?.choices.map(({ text }) => text.slice(0, 2))))
      patternsByStart.set(start, [...(patternsByStart.get(start) ?? []), { hazard, parts }]);
  }

function partOf(part: string): Part {
  const choices = part
    .replace(/^\?/, "")
    .split("/")
    .map((choice) => ({ text: choice.replace("*", ""), isStem: choice.endsWith("*") }));
  return { isOptional: part.startsWith("?"), choices };
}

/** Each hazard once, by the first words that give it away. */
export function hazardsIn(text: string): SpokenHazard[] {
  const found = new Map<Hazard, string>();
  for (const clause of clausesOf(text)) {
    const words = clause.match(/[a-z0-9]+/g) ?? [];
    words.forEach((word, at) => {
      for (const { hazard, parts } of patternsByStart.get(word.slice(0, 2)) ?? []) {
        if (found.has(hazard)) continue;
        const end = endOfMatch(parts, words, at);
        if (end !== null && isMeant(words, at, end)) found.set(hazard, words.slice(at, end).join(" "));
      }
    });
  }
  return [...found].map(([hazard, word]) => ({ hazard, word }));
}

/** Where the pattern ends when it stands at `at`. */
function endOfMatch(parts: readonly Part[], words: readonly string[], at: number, from = 0): number | null {
  const part = parts[from];
  if (!part) return at;
  const word = words[at];
  const fits =
    word !== undefined && part.choices.some(({ text, isStem }) => (isStem ? word.startsWith(text) : word === text));
  const taken = fits ? endOfMatch(parts, words, at + 1, from + 1) : null;
  return taken ?? (part.isOptional ? endOfMatch(parts, words, at, from + 1) : null);
}

/** What needs no experience denies nothing that follows. */
const NO_DENIAL =
  /\bno (prior |previous )?(experience|skills?)( is| are)?( needed| required| necessary)?|\bnot (only|just)\b|\b(sin|no necesitas?|no se requiere) experiencia|\bno solo\b/g;

function clausesOf(text: string): string[] {
  const folded = text
    .normalize("NFD")
    .replace(/[\u0300-\u036f’']/g, "")
    .toLowerCase();
  return folded.replace(NO_DENIAL, " ; ").split(/[.;:!?\n•()]|\bbut\b|\bpero\b|\bsino\b/);
}

const words = (list: string) => new Set(list.split(" "));
const DENIALS = words(
  "no not never without nobody none nor cannot cant dont doesnt wont arent isnt away except instead neither sin nunca ni tampoco nadie ningun ninguna lejos excepto salvo jamas",
);
const LOOKS = words(
  "watch watching watches see seeing sees observe observing look visit tour about ver mirar mira observar observa visitar conocer sobre",
);
const AFTERWARDS =
  /\b(off limits|not (allowed|part|permitted|for)|never|is done by|(are|is) (done|run|used|handled|operated) by|(are|is) for (trained )?(adults|staff)|(by|only) (staff|adults|trained|professionals)|prohibid\w*|no (permitid\w*|es parte|son parte)|(por|solo) (el personal|adultos|personal))\b/;
/** How many words a denial reaches over, onward and back. */
const REACH = 10;
const LOOK_REACH = 3;

function isMeant(clause: readonly string[], at: number, end: number): boolean {
  const before = clause.slice(Math.max(0, at - REACH), at);
  if (before.some((word) => DENIALS.has(word))) return false;
  if (before.slice(-LOOK_REACH).some((word) => LOOKS.has(word))) return false;
  return !AFTERWARDS.test(clause.slice(end, end + REACH).join(" "));
}
