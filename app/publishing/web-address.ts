/** An address a program may follow; null: what was typed is none. */
export function webAddress(typed: string | null): string | null {
  const isWeb = typed !== null && /^https?:\/\//i.test(typed) && URL.canParse(typed);
  return isWeb ? new URL(typed).href : null;
}
