import type { Keys } from "#app/auth/keys.server.ts";
import type { FamilyRole } from "#app/domain/people/invitation.ts";

const PURPOSE = "old-enough";
const MINUTES = 60;

/**
 * That the age question was answered well, carried by the form itself: no cookie, no row, no date. It says which role
 * in which district and until when, and nothing about when somebody was born.
 */
export function ageProof(keys: Keys, { role, districtId, now }: { role: FamilyRole; districtId: string; now: Date }) {
  return {
    make: () => keys.seal(PURPOSE, JSON.stringify([role, districtId, now.getTime() + MINUTES * 60_000])),
    holds(proof: string): boolean {
      const opened = keys.open(PURPOSE, proof);
      if (opened === null) return false;
      const [forRole, inDistrict, until] = JSON.parse(opened) as [string, string, number];
      return forRole === role && inDistrict === districtId && now.getTime() <= until;
    },
  };
}
