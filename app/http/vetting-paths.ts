/** What is kept about a partner: the steps of its vetting, its documents, notes, and whom it turned out to be. */
export const vettingPaths = {
  steps: (done?: string) => `/coordinator/partnerships/steps${done ? `?done=${done}` : ""}`,
  step: (stepId: string) => `/coordinator/partnerships/steps/${stepId}`,
  stepMove: (stepId: string) => `/coordinator/partnerships/steps/${stepId}/move`,
  stepRetirement: (stepId: string) => `/coordinator/partnerships/steps/${stepId}/retirement`,
  mark: (partnershipId: string, stepId: string) => `/coordinator/partnerships/${partnershipId}/steps/${stepId}`,
  documents: (partnershipId: string, kind?: string) =>
    `/coordinator/partnerships/${partnershipId}/documents${kind ? `?kind=${kind}` : ""}`,
  documentFile: (partnershipId: string, documentId: string) =>
    `/coordinator/partnerships/${partnershipId}/documents/${documentId}/file`,
  documentRemoval: (partnershipId: string, documentId: string) =>
    `/coordinator/partnerships/${partnershipId}/documents/${documentId}/removal`,
  notes: (partnershipId: string) => `/coordinator/partnerships/${partnershipId}/notes`,
  duplicates: () => "/coordinator/partnerships/duplicates",
  /** The partnership of the organization that is kept, and its duplicate's. */
  merger: (partnershipId: string, duplicateId: string) =>
    `/coordinator/partnerships/${partnershipId}/merger?duplicate=${duplicateId}`,
  distinction: (partnershipId: string) => `/coordinator/partnerships/${partnershipId}/distinction`,
  mergeReversal: (mergeId: string) => `/coordinator/merges/${mergeId}/reversal`,
  noteRemoval: (partnershipId: string, noteId: string) =>
    `/coordinator/partnerships/${partnershipId}/notes/${noteId}/removal`,
} as const;
