/** Words into lines. `widthOf` measures a piece of text on one line. */
export interface Room {
  widthOf: (text: string) => number;
  /** How wide the line of this index may be, from 0. */
  widthAt: (line: number) => number;
  /** Beyond these the text ends in "…". */
  most?: number;
}

const MORE = "…";

export function wrap(text: string, { widthOf, widthAt, most = Infinity }: Room): string[] {
  const space = widthOf(" ");
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const word of text.split(" ")) {
    for (const piece of piecesOf(word, widthOf, widthAt(lines.length + 1))) {
      const width = widthOf(piece.text);
      const gap = line && !piece.glued ? space : 0;
      if (line && used + gap + width > widthAt(lines.length)) {
        if (lines.length + 1 === most) return [...lines, shortened(line, widthOf, widthAt(lines.length))];
        lines.push(line);
        [line, used] = [piece.text, width];
      } else {
        line += (gap ? " " : "") + piece.text;
        used += gap + width;
      }
    }
  }
  return line ? [...lines, line] : lines;
}

interface Piece {
  text: string;
  /** It goes on with the word before it. */
  glued: boolean;
}

/** A word that no line holds is cut: after a sign of an address where there is one, else anywhere. */
function piecesOf(word: string, widthOf: Room["widthOf"], width: number): Piece[] {
  if (widthOf(word) <= width) return [{ text: word, glued: false }];
  const parts = word.split(/(?<=[-/@.,_?&=])/).flatMap((part) => cut(part, widthOf, width));
  return parts.map((text, index) => ({ text, glued: index > 0 }));
}

function cut(part: string, widthOf: Room["widthOf"], width: number): string[] {
  const cuts: string[] = [];
  let piece = "";
  let used = 0;
  for (const character of part) {
    const more = widthOf(character);
    if (piece && used + more > width) {
      cuts.push(piece);
      [piece, used] = ["", 0];
    }
    piece += character;
    used += more;
  }
  return [...cuts, piece];
}

/** Less a word at a time, and less a letter where only one word is left. */
function shortened(line: string, widthOf: Room["widthOf"], width: number): string {
  let kept = line;
  while (kept && widthOf(kept) + widthOf(MORE) > width) {
    const space = kept.lastIndexOf(" ");
    kept = kept.slice(0, space > 0 ? space : -1);
  }
  return kept.replace(/[\s.,;:…]+$/, "") + MORE;
}
