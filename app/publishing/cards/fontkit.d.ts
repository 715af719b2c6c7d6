/** What of fontkit is used here; it brings no types. */
declare module "fontkit" {
  interface Path {
    toSVG(): string;
  }
  export interface Glyph {
    id: number;
    path: Path;
  }
  interface Position {
    xAdvance: number;
    xOffset: number;
    yOffset: number;
  }
  export interface Font {
    unitsPerEm: number;
    hasGlyphForCodePoint(codePoint: number): boolean;
    layout(text: string): { glyphs: Glyph[]; positions: Position[]; advanceWidth: number };
  }
  export function create(font: Buffer): Font;
}
