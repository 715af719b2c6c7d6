import { artsAndMedia } from "./arts-and-media.ts";
import { buildingAndEnergy } from "./building-and-energy.ts";
import { digital } from "./digital.ts";
import { farmAndNature } from "./farm-and-nature.ts";
import { foodAndHosting } from "./food-and-hosting.ts";
import { healthAndCare } from "./health-and-care.ts";
import { making } from "./making.ts";
import { moneyAndBusiness } from "./money-and-business.ts";
import { moving } from "./moving.ts";
import { publicService } from "./public-service.ts";
import type { SeedOpportunity } from "./seed-opportunity.ts";
import { sellingAndTelling } from "./selling-and-telling.ts";
import { teaching } from "./teaching.ts";

export const seedOpportunities: readonly SeedOpportunity[] = [
  ...making,
  ...buildingAndEnergy,
  ...moving,
  ...artsAndMedia,
  ...foodAndHosting,
  ...moneyAndBusiness,
  ...sellingAndTelling,
  ...teaching,
  ...healthAndCare,
  ...publicService,
  ...farmAndNature,
  ...digital,
];
