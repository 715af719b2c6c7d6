/** "l…@f….example" of "leo@families.example": to be known again by who knows it, and by nobody else. */
export function maskAddress(address: string): string {
  const [, first = "", host = "", end = ""] = /^(.).*@(.)[^@]*?(\.[^.@]*)?$/u.exec(address) ?? [];
  return first && `${first}…@${host}…${end}`;
}
