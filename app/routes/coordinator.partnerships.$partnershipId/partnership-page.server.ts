import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Context, Coordinator } from "#app/domain/context.ts";
import { readChecklist } from "#app/domain/organizations/checklist.server.ts";
import { listDocuments } from "#app/domain/organizations/documents.server.ts";
import { standingOfDocument } from "#app/domain/organizations/documents.ts";
import { listMembershipRequests } from "#app/domain/organizations/membership-requests.server.ts";
import { listNotes } from "#app/domain/organizations/notes.server.ts";
import { getPartnership } from "#app/domain/organizations/vetting-desk.server.ts";
import { proposedLastDay } from "#app/domain/organizations/vetting.server.ts";
import { isDone, openSteps, stepName } from "#app/domain/organizations/vetting-steps.ts";
import { sayDay, sayInstant } from "#app/i18n/format-dates.ts";
import type { VettingOutlet } from "#app/ui/vetting/vetting-outlet.ts";

/** Everything a coordinator sees of one partner, in words and days; null: not there. */
export async function readPartnershipPage(
  ctx: Context<Coordinator>,
  { locale }: LoaderFunctionArgs["context"],
  partnershipId: string,
) {
  const found = await getPartnership(ctx, partnershipId);
  if (!found) return null;
  const { partnership, organization, timeZone, today, standing, members, likely, listed } = found;
  const [checklist, documents, notes, requests] = await Promise.all([
    readChecklist(ctx, partnershipId, today),
    listDocuments(ctx, partnershipId),
    listNotes(ctx, partnershipId),
    listMembershipRequests(ctx, organization.id),
  ]);
  const at = (instant: Date | null) => instant && sayInstant(instant, locale, timeZone);
  const day = (date: string | null) => date && sayDay(date, locale);
  const key = () => ({ idempotencyKey: crypto.randomUUID() });
  const { name, sector, about, website, street, city, state, zip } = organization;
  const outlet: VettingOutlet = {
    ...{ partnershipId, standing, today, listed },
    proposedLastDay: proposedLastDay(today),
    openSteps: openSteps(checklist).map((step) => stepName(step, locale)),
  };
  return {
    outlet,
    organization: { name, sector, about, website, street, place: [city, state, zip].filter(Boolean).join(" ") },
    standing: {
      until: day(partnership.inForceUntil),
      requestedBy: found.requestedBy,
      requestedAt: at(partnership.requestedAt),
      vettedBy: found.vettedBy,
      vettedAt: at(partnership.vettedAt),
      reason: partnership.declineReason,
      note: partnership.note,
    },
    checklist: checklist.map(({ doneAt, ...item }) => ({
      ...item,
      name: stepName(item, locale),
      ...{ doneAt: at(doneAt), isDone: isDone({ ...item, doneAt }), ...key() },
    })),
    documents: documents.map(({ issuedOn, expiresOn, seenAt, ...document }) => ({
      ...document,
      ...{ issuedOn: day(issuedOn), expiresOn: day(expiresOn), seenAt: at(seenAt) ?? "" },
      ...{ standing: standingOfDocument(expiresOn, today), ...key() },
    })),
    notes: notes.map(({ happenedOn, ...note }) => ({ ...note, happenedOn: day(happenedOn) ?? "", ...key() })),
    ...{ members, likely, undoKey: crypto.randomUUID(), noteKey: crypto.randomUUID() },
    requests: requests.map(({ requestedAt, ...request }) => ({ ...request, at: at(requestedAt) ?? "", ...key() })),
  };
}

export type PartnershipPage = NonNullable<Awaited<ReturnType<typeof readPartnershipPage>>>;
