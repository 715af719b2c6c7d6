import type { vettingSteps } from "./organizations.ts";

/** What a new district starts with, and changes to its own. */
export const FIRST_STEPS = [
  {
    name: "Talked with the person in charge",
    nameEs: "Se habló con la persona encargada",
    documentKind: null,
    isRequired: true,
  },
  { name: "Agreement signed", nameEs: "Acuerdo firmado", documentKind: "agreement", isRequired: true },
  {
    name: "Proof of insurance seen",
    nameEs: "Comprobante de seguro visto",
    documentKind: "insurance",
    isRequired: true,
  },
  {
    name: "Adults who are alone with students are cleared",
    nameEs: "Antecedentes verificados de los adultos que están a solas con estudiantes",
    documentKind: "clearance",
    isRequired: true,
  },
  { name: "Visited the place", nameEs: "Se visitó el lugar", documentKind: null, isRequired: false },
] as const satisfies readonly Pick<
  typeof vettingSteps.$inferInsert,
  "name" | "nameEs" | "documentKind" | "isRequired"
>[];
