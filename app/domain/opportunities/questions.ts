/**
 * Questions to whoever asks for a place. The Protection of Pupil Rights Amendment names eight areas nobody may ask
 * students about without their family's yes (20 U.S.C. 1232h): a question that sounds like one of them is pointed out,
 * to the partner and to the coordinator. Words only hint, so nothing is refused.
 */
export const MOST_QUESTIONS = 5;

export const PROTECTED_AREAS = {
  politics: /\b(politic\w*|democrat\w*|republican\w*|vot(e|ed|ing)|partido)\b/,
  health:
    /\b(mental\w*|depress\w*|anxi\w*|therap\w*|medicat\w*|medicin\w*|diagnos\w*|disab\w*|disease\w*|illness\w*|pregnan\w*|vaccin\w*|salud|enfermedad\w*|discapacidad\w*|embaraz\w*|ansiedad)\b/,
  sex: /\b(sex|sexual\w*|gay|lesbian\w*|transgender|dating|boyfriend|girlfriend|novi[oa]s?)\b/,
  crime:
    /\b(arrest\w*|crime\w*|criminal\w*|convict\w*|probation|felon\w*|drugs?|alcohol|jail|delito\w*|carcel|drogas?)\b/,
  family: /\b(divorc\w*|your (parents|family|mother|father|mom|dad)|sus? (padres?|madre|familia))\b/,
  religion: /\b(religio\w*|church\w*|faith|pray\w*|god|worship\w*|christian\w*|muslim\w*|jewish|iglesia|dios|fe)\b/,
  income:
    /\b(income|salary of|afford\w*|welfare|food stamps|free lunch|ingresos|pobreza|immigra\w*|citizen\w*|inmigra\w*)\b/,
} as const satisfies Record<string, RegExp>;

export type ProtectedArea = keyof typeof PROTECTED_AREAS;

/** The areas a question seems to touch; mostly none. */
export function protectedAreas(question: string): ProtectedArea[] {
  const words = question.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return (Object.keys(PROTECTED_AREAS) as ProtectedArea[]).filter((area) => PROTECTED_AREAS[area].test(words));
}
