import { z } from "zod";

/** All that the API says by name: one place for its answers, its document and its tests. */
export const apiSchemas = z.registry<{ id: string }>();
