import { readAnswers, writeAnswers, type Answers } from "./questionnaire.ts";

/**
 * What a reader told about themselves. It lives in the address of the page and nowhere else: nothing is stored, a link
 * shares it, closing the page forgets it.
 */
export interface InterestProfile {
  answers: Answers;
  /** Codes of career clusters. */
  clusters: string[];
  /** Slugs of the district's pathways. */
  pathways: string[];
  /** 0 (kindergarten) to 12. */
  grade: number | null;
  /** As typed or chosen: a ZIP code, a city, a school. */
  place: string;
  withinMiles: number | null;
  /** When the learner could go. */
  when: string[];
  /** In whole years. */
  age: number | null;
  /** How they get there: on foot, by bus, by a ride of their own. */
  travel: string[];
  /** The district's groups they are in, in its words. */
  groups: string[];
  /** "More like this" and "less like this": codes of clusters or kinds. */
  more: string[];
  less: string[];
}

export const NOTHING_TOLD: InterestProfile = {
  answers: {},
  clusters: [],
  pathways: [],
  grade: null,
  place: "",
  withinMiles: null,
  when: [],
  age: null,
  travel: [],
  groups: [],
  more: [],
  less: [],
};

/** Times a learner may name; a listing's own are told in the same words. */
export const TIMES = ["after_school", "school_day", "weekend", "summer"] as const;
export const TRAVEL = ["walk", "bus", "ride"] as const;
export type Travel = (typeof TRAVEL)[number];
/** Ages of whom the list is for, from the first that may have an account. */
export const AGES = [13, 14, 15, 16, 17, 18, 19, 20, 21] as const;
export const RADII = [2, 5, 10, 25, 50] as const;
const LONGEST_PLACE = 80;
const MOST_CHOICES = 10;
/** A cluster, or a kind of experience. */
const LIKENESS = /^(\d{6}|[A-Za-z]{3,40})$/;

/** Reads what it understands and drops the rest: an address is typed, shortened and mangled by others. */
export function readProfile(params: URLSearchParams): InterestProfile {
  return {
    answers: readAnswers(params.get("a") ?? ""),
    clusters: codes(params.getAll("cluster"), /^\d{6}$/),
    pathways: codes(params.getAll("pathway"), /^[a-z0-9-]{1,80}$/),
    grade: wholeNumber(params.get("grade"), 12),
    place: placeText(params.get("where") ?? ""),
    withinMiles: RADII.find((miles) => String(miles) === params.get("within")) ?? null,
    when: TIMES.filter((time) => params.getAll("when").includes(time)),
    age: AGES.find((age) => String(age) === params.get("age")) ?? null,
    travel: TRAVEL.filter((way) => params.getAll("travel").includes(way)),
    groups: [...new Set(params.getAll("group").map(placeText))].filter(Boolean).slice(0, MOST_CHOICES),
    more: codes(params.getAll("more"), LIKENESS),
    less: codes(params.getAll("less"), LIKENESS).filter((code) => !params.getAll("more").includes(code)),
  };
}

/** The shortest address that says the same. */
export function writeProfile(profile: InterestProfile): URLSearchParams {
  const params = new URLSearchParams();
  const answers = writeAnswers(profile.answers);
  if (answers) params.set("a", answers);
  for (const cluster of profile.clusters) params.append("cluster", cluster);
  for (const pathway of profile.pathways) params.append("pathway", pathway);
  if (profile.grade !== null) params.set("grade", String(profile.grade));
  if (profile.place) params.set("where", profile.place);
  if (profile.withinMiles !== null) params.set("within", String(profile.withinMiles));
  for (const time of profile.when) params.append("when", time);
  if (profile.age !== null) params.set("age", String(profile.age));
  for (const way of profile.travel) params.append("travel", way);
  for (const group of profile.groups) params.append("group", group);
  for (const code of profile.more) params.append("more", code);
  for (const code of profile.less) params.append("less", code);
  return params;
}

/** Without control characters and halves of characters, which a database or an address refuses. */
function placeText(text: string): string {
  const characters = [...text.replace(/[\p{Cc}\p{Cs}]/gu, "").trim()];
  return characters.slice(0, LONGEST_PLACE).join("").trim();
}

const codes = (texts: string[], shape: RegExp) =>
  [...new Set(texts.filter((text) => shape.test(text)))].slice(0, MOST_CHOICES);

function wholeNumber(text: string | null, most: number): number | null {
  if (!text || !/^\d{1,2}$/.test(text)) return null;
  const number = Number(text);
  return number <= most ? number : null;
}
