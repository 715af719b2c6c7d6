/** A cell for a file that spreadsheets open: what would be run as a formula is made text by an apostrophe. */
const cell = (value: string | number) => {
  const text = String(value);
  const safe = /^[\s]*[=+\-@\t\r]/.test(text) && typeof value === "string" ? `'${text}` : text;
  return /[",;\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Lines of a CSV file with a byte order mark, so that Excel reads its accents. */
export const toCsv = (lines: readonly (readonly (string | number)[])[]) =>
  `\uFEFF${lines.map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;
