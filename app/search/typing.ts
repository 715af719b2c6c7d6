import { tidy } from "./query.ts";
import { fold } from "./tokens.ts";

/** What a reader has typed so far into "What?" or "Where?". */
export interface Typing {
  box: (typeof BOXES)[number];
  /** Folded; empty while it says too little to suggest anything. */
  typed: string;
}

export const BOXES = ["what", "where"] as const;
const SHORTEST = 2;
const LONGEST = 60;

export function readTyping(params: URLSearchParams): Typing {
  const typed = tidy(fold(params.get("q") ?? ""), LONGEST);
  return {
    box: BOXES.find((box) => box === params.get("box")) ?? "what",
    typed: typed.length < SHORTEST ? "" : typed,
  };
}

/** The one spelling of such an address. */
export function writeTyping({ box, typed }: Typing): URLSearchParams {
  return new URLSearchParams(typed ? { box, q: typed } : {});
}
