import { z } from "zod";

export interface DistrictLabel {
  name: string;
  nameEs: string | null;
}

const MOST = 60;
const LONGEST = 40;

const plain = (text = "") => text.trim().replace(/\s+/g, " ");

/** One a line, with its Spanish after an equals sign: "Hands-on = Práctico". */
export const labelLines = z
  .string()
  .max(6000)
  .default("")
  .transform((typed, issues): DistrictLabel[] => {
    const lines = typed.split("\n").map((line) => line.split("=", 2).map(plain));
    const labels = lines.filter(([name]) => name).map(([name = "", nameEs]) => ({ name, nameEs: nameEs || null }));
    const wrong = (message: string) => issues.addIssue({ code: "custom", message });
    if (labels.length > MOST) wrong("settings:labels.many");
    // A comma parts labels where they are typed for a listing.
    if (
      labels.some(({ name, nameEs }) => name.includes(",") || name.length > LONGEST || (nameEs?.length ?? 0) > LONGEST)
    )
      wrong("settings:labels.long");
    if (new Set(labels.map(({ name }) => name.toLowerCase())).size < labels.length) wrong("settings:labels.twice");
    return labels;
  });

export const linesOf = (labels: readonly DistrictLabel[]) =>
  labels.map(({ name, nameEs }) => (nameEs ? `${name} = ${nameEs}` : name)).join("\n");
