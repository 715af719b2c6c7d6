import { flatRoutes } from "@remix-run/fs-routes";

/** Every route is a folder: `routes/<address>/route.tsx`, its parts and tests beside it. */
export default flatRoutes();
