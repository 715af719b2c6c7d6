/** `npm run search:reindex`: rebuilds every engine from the listings, readers served throughout. */
import { reindexListings } from "#app/jobs/tasks/reindex-listings.server.ts";
import { withSearch } from "#app/jobs/with-search.server.ts";

await withSearch(reindexListings);
