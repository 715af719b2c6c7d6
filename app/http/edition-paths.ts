const answered = (answer?: string) => (answer === undefined ? "" : `?done=${answer}`);

/** The editions on the coordinator's desk. */
export const editionDeskPaths = {
  all: (answer?: string) => `/coordinator/editions${answered(answer)}`,
  draft: () => "/coordinator/editions/new",
  /** `day`: what was typed, where it was refused. */
  one: (editionId: string, answer?: string, day?: string) =>
    `/coordinator/editions/${editionId}${answered(answer)}${day ? `&day=${day}` : ""}`,
  text: (editionId: string) => `/coordinator/editions/${editionId}/text`,
  publication: (editionId: string) => `/coordinator/editions/${editionId}/publication`,
  schedule: (editionId: string) => `/coordinator/editions/${editionId}/schedule`,
  deletion: (editionId: string) => `/coordinator/editions/${editionId}/deletion`,
};
