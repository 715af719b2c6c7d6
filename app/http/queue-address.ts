import { z } from "zod";
import { soundQuery } from "#app/domain/listings/review-criteria.ts";

/** The query of the queue a coordinator came from, sent along by a form; whatever it says, it leads to the queue. */
export const queueToReturnTo = z.string().max(1000).default("").transform(soundQuery);
