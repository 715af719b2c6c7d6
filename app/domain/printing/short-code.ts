/** No vowels, so that no code is a word; nothing that looks like something else on paper. */
export const CODE_SIGNS = "bcdfghjkmnpqrstvwxz23456789";
export const CODE_LENGTH = 6;

const CODE = new RegExp(`^[${CODE_SIGNS}]{${CODE_LENGTH},8}$`);

/** A code as somebody typed it from paper; null: it cannot be one. */
export function readCode(typed: string): string | null {
  const code = typed.toLowerCase().replace(/[\s.-]/g, "");
  return CODE.test(code) ? code : null;
}
