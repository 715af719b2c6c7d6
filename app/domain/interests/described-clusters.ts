/** The framework's clusters; what each is about stands in the catalog (`site:cluster`), in our own words. */
export const DESCRIBED_CLUSTERS = [
  "010100",
  "010200",
  "010300",
  "020100",
  "020200",
  "030100",
  "040100",
  "040200",
  "040300",
  "050100",
  "050200",
  "060100",
  "060200",
  "060300",
] as const;

export type DescribedCluster = (typeof DESCRIBED_CLUSTERS)[number];
export const isDescribed = (code: string): code is DescribedCluster =>
  (DESCRIBED_CLUSTERS as readonly string[]).includes(code);
