/**
 * Who translates by machine: a port, and none is plugged in. Texts leave the site through it, so a district's platform
 * decides which one, if any. Its translations wait for a person, whoever made them.
 */
export interface Translator {
  /** As many texts as it was given, in their order. */
  translate(texts: readonly string[], languages: { from: "en"; to: "es" }): Promise<string[]>;
}
