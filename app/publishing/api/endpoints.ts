/** Every address of the API: what the document, the page about it and the tests go by. */
export interface Endpoint {
  /** Below `/api/v1`, with `{parameters}`. */
  path: string;
  operation: string;
  summary: string;
  about: string;
  /** The schema of its answer. */
  answer: string;
  /** What its query takes: the site's whole search, a page alone, or nothing. */
  takes: "search" | "page" | "nothing";
  /** Problems it may answer besides those that every address may. */
  problems?: readonly (404 | 410)[];
  /** An address to try, where `{district}` is a district's. */
  example: string;
}

export const ENDPOINTS: readonly Endpoint[] = [
  {
    path: "/districts",
    operation: "listDistricts",
    summary: "Districts",
    about: "The districts that publish a list here.",
    answer: "Districts",
    takes: "nothing",
    example: "/districts",
  },
  {
    path: "/districts/{district}",
    operation: "getDistrict",
    summary: "A district",
    about: "One district by its slug.",
    answer: "District",
    takes: "nothing",
    problems: [404],
    example: "/districts/{district}",
  },
  {
    path: "/districts/{district}/listings",
    operation: "listListings",
    summary: "Listings",
    about:
      "What is on the list today, narrowed and sorted as on the site. Follow `next` until it is null: pages neither " +
      "miss nor repeat a listing while the list changes. Only when sorted by how well words fit (`q` without `sort`) " +
      "may a listing that leaves the list between two pages shift them by its own place.",
    answer: "ListingPage",
    takes: "search",
    problems: [404],
    example: "/districts/{district}/listings?pay=paid&grade=11&sort=closing",
  },
  {
    path: "/districts/{district}/listings/{listing}",
    operation: "getListing",
    summary: "A listing",
    about: "One listing by its `id` or `slug`. One that has left the list is answered with 410.",
    answer: "Listing",
    takes: "nothing",
    problems: [404, 410],
    example: "/districts/{district}/listings?page_size=1",
  },
  {
    path: "/districts/{district}/pathways",
    operation: "listPathways",
    summary: "Pathways",
    about: "The district's programmes of study, and how many listings each has.",
    answer: "Pathways",
    takes: "nothing",
    problems: [404],
    example: "/districts/{district}/pathways",
  },
  {
    path: "/districts/{district}/organizations",
    operation: "listOrganizations",
    summary: "Organizations",
    about: "The partners the district has today, by name.",
    answer: "OrganizationPage",
    takes: "page",
    problems: [404],
    example: "/districts/{district}/organizations?page_size=100",
  },
  {
    path: "/districts/{district}/editions",
    operation: "listEditions",
    summary: "Editions",
    about: "Numbered, dated copies of the list that never change, the newest first.",
    answer: "Editions",
    takes: "nothing",
    problems: [404],
    example: "/districts/{district}/editions",
  },
  {
    path: "/districts/{district}/editions/{number}",
    operation: "getEdition",
    summary: "An edition",
    about: "One edition by its number, without its listings.",
    answer: "Edition",
    takes: "nothing",
    problems: [404],
    example: "/districts/{district}/editions/1",
  },
  {
    path: "/districts/{district}/editions/{number}/listings",
    operation: "listEditionListings",
    summary: "Listings of an edition",
    about: "An edition's listings as they were when it was published, by title.",
    answer: "ListingPage",
    takes: "page",
    problems: [404],
    example: "/districts/{district}/editions/1/listings",
  },
];
