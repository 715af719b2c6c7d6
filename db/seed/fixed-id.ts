/** A uuid that is the same in every database: `area` says what sort of row it is, `n` which one. */
export const fixedId = (area: number, n: number) =>
  `00000000-0000-4000-8${area.toString().padStart(3, "0")}-${n.toString().padStart(12, "0")}`;
