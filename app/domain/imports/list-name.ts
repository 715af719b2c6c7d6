import { glimpse } from "./text-values.ts";

/** What a list is called when nobody says: its file's name without the parts that change from copy to copy. */
export function listNameOf(fileName: string) {
  const base = (fileName.split(/[\\/]/).pop() ?? "").replace(/\.[a-z0-9]{1,5}$/i, "");
  const words = base.replace(/\(\d+\)|\bcopy\b|\d{4}[-_.]?\d{2}[-_.]?\d{2}/gi, " ").replace(/[_\s]+/g, " ");
  return glimpse(words, 120) || "list";
}
