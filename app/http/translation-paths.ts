/** What of the list and of the settings has Spanish. */
export const translationPaths = {
  list: (params?: URLSearchParams) => `/coordinator/translations${params ? `?${params}` : ""}`,
  /** The list after a change. */
  saved: () => "/coordinator/translations?done=saved",
  listing: (listingId: string) => `/coordinator/translations/${listingId}`,
  settings: () => "/coordinator/translations/settings",
} as const;
