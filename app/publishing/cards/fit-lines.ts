const MORE = "…";

/** `text` in at most `most` lines no wider than `width`; a word no line holds is cut, what is too much ends in "…". */
export function fitLines(
  text: string,
  { widthOf, width, most }: { widthOf: (text: string) => number; width: number; most: number },
): { lines: string[]; isWhole: boolean } {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").flatMap((each) => cut(each, widthOf, width))) {
    const longer = line ? `${line} ${word}` : word;
    if (widthOf(longer) <= width) {
      line = longer;
      continue;
    }
    if (lines.length + 1 === most) return { lines: [...lines, shortened(line, widthOf, width)], isWhole: false };
    lines.push(line);
    line = word;
  }
  return { lines: line ? [...lines, line] : lines, isWhole: true };
}

function cut(word: string, widthOf: (text: string) => number, width: number): string[] {
  if (widthOf(word) <= width) return [word];
  const pieces: string[] = [];
  let piece = "";
  for (const character of word) {
    if (piece && widthOf(piece + character) > width) {
      pieces.push(piece);
      piece = "";
    }
    piece += character;
  }
  return [...pieces, piece];
}

function shortened(line: string, widthOf: (text: string) => number, width: number): string {
  let kept = line;
  while (kept && widthOf(kept + MORE) > width) kept = kept.slice(0, -1);
  return kept.trimEnd() + MORE;
}
