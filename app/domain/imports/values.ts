import { KINDS, type Kind } from "../opportunities/kinds.ts";
import type { Opportunity } from "../opportunities/opportunity.ts";
import { done, refused, type Outcome } from "../context.ts";
import { normalizeWords } from "./text-values.ts";

/** Cells that say "nothing here". */
const NOTHING = new Set(["", "n a", "na", "none", "null", "tbd", "tba", "unknown", "ninguno", "ninguna"]);
export const saysNothing = (cell: string) =>
  cell === "" || (cell.length < 20 && (cell.trim() === "-" || NOTHING.has(normalizeWords(cell))));

/** A whole number; commas of thousands and ".0" are read, a fraction or a word is not. */
export function parseWhole(
  cell: string,
  { min, max }: { min: number; max: number },
): Outcome<number, "number_unknown" | "number_out_of_range"> {
  const text = cell.trim().replace(/^(\d{1,3})((?:,\d{3})+)$/, (whole) => whole.replaceAll(",", ""));
  const match = /^([+-]?\d{1,15})(?:\.0+)?$/.exec(text);
  if (!match) return refused("number_unknown");
  const number = Number(match[1]);
  return number >= min && number <= max ? done(number) : refused("number_out_of_range");
}

/** "14-18", "ages 16+", "9 to 12", "grade 10", "16 and up": both ends, the upper one null when it is open. */
export function parseRange(
  cell: string,
  { min, max }: { min: number; max: number },
): Outcome<{ min: number; max: number | null }, "range_unknown" | "number_out_of_range"> {
  const numbers = (cell.slice(0, 100).match(/\d{1,4}/g) ?? []).map(Number);
  const [low, high] = numbers;
  if (low === undefined || numbers.length > 2) return refused("range_unknown");
  if (numbers.some((number) => number < min || number > max)) return refused("number_out_of_range");
  if (high !== undefined) return high < low ? refused("range_unknown") : done({ min: low, max: high });
  const open = /\+|and (?:up|over|older|above)|or (?:older|above)|o m[aá]s|y m[aá]s/i.test(cell);
  return done({ min: low, max: open ? null : low });
}

const KIND_WORDS: [RegExp, Kind][] = [
  [/pre apprentice/, "PreApprenticeship"],
  [/apprentice|aprendiz/, "Apprenticeship"],
  [/(?:unpaid|non paid|no pagad).*|pasantia no/, "UnpaidInternship"],
  [/intern|pasantia/, "PaidInternship"],
  [/mentor/, "Mentorship"],
  [/shadow/, "JobShadowing"],
  [/service|volunt|servicio|community/, "ServiceLearning"],
  [/tour|visit|visita|field trip/, "WorksiteTour"],
  [/speaker|talk|charla/, "GuestSpeaker"],
  [/interview|entrevista/, "InformationalInterview"],
  [/project|proyecto/, "IndustryProject"],
  [/clinic/, "ClinicalWork"],
  [/co op|cooperative/, "CooperativeEducation"],
  [/on the job|ojt/, "OnTheJob"],
  [/dual enrollment|campus|college/, "DualEnrollment"],
];

/** A code of ours or CEDS', else plain words for it. */
export function parseKind(cell: string): Outcome<Kind, "kind_unknown"> {
  const squeezed = cell.replace(/[^a-z]/gi, "").toLowerCase();
  const code = (Object.keys(KINDS) as Kind[]).find((kind) => kind.toLowerCase() === squeezed);
  const kind = code ?? KIND_WORDS.find(([words]) => words.test(normalizeWords(cell)))?.[1];
  return kind ? done(kind) : refused("kind_unknown");
}

type Pay = NonNullable<Opportunity["pay"]>;

/** Whether it is paid, and what else the cell says about it ("$15 an hour"). */
export function parsePay(cell: string): Outcome<{ pay: Pay; detail: string | null }, "pay_unknown"> {
  const words = normalizeWords(cell);
  const detail = /\d/.test(words) ? cell.trim().slice(0, 200) : null;
  if (
    /\b(?:unpaid|volunteer|no pay|not paid|sin pago|no pagad[oa]|voluntari[oa])\b/.test(words) ||
    /^(?:no|0)$/.test(words)
  )
    return done({ pay: "unpaid", detail: null });
  if (/\b(?:stipend|estipendio|beca)\b/.test(words)) return done({ pay: "stipend", detail });
  if (/\$\s*\d/.test(cell) || /\b(?:paid|pagad[oa]|wages?|salary|hourly|yes|si)\b/.test(words))
    return done({ pay: "paid", detail });
  return refused("pay_unknown");
}

/** What a kind says about pay by itself. */
export function payOfKind(kind: Kind): Pay | null {
  if (kind === "PaidInternship" || kind === "Apprenticeship") return "paid";
  return kind === "UnpaidInternship" || kind === "NonPaidInternship" || kind === "ServiceLearning" ? "unpaid" : null;
}

export function parseSetting(cell: string): Outcome<NonNullable<Opportunity["setting"]>, "setting_unknown"> {
  const words = normalizeWords(cell);
  if (/\b(?:hybrid|both|hibrid[oa]|mixt[oa])\b/.test(words)) return done("hybrid");
  if (/\b(?:remote|virtual|online|remot[oa]|en linea|from home)\b/.test(words)) return done("remote");
  if (/\b(?:in person|on ?site|onsite|presencial|en persona)\b/.test(words)) return done("on_site");
  return refused("setting_unknown");
}

export const isEmail = (text: string) =>
  text.length <= 254 && /^[^\s@<>(),;:"[\]\\]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(text);

/** An absolute web address, or null: a "javascript:" or a bare path is none. */
export function webAddress(cell: string) {
  const text = cell.trim();
  if (text.length > 500 || !/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  return new URL(text).href;
}
