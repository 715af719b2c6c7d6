import { useOutletContext } from "@remix-run/react";
import type { Standing } from "#app/domain/organizations/partnership-lifecycle.ts";

/** What the partnership's page hands to the forms inside it. */
export interface VettingOutlet {
  partnershipId: string;
  standing: Standing;
  today: string;
  proposedLastDay: string;
  /** Of theirs on the list now. */
  listed: number;
  /** Names of required steps that are not done. */
  openSteps: string[];
}

export const useVettingOutlet = () => useOutletContext<VettingOutlet>();
