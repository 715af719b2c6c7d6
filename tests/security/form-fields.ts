import { randomUUID } from "node:crypto";
import { KIND_CODES } from "#app/domain/opportunities/kinds.ts";
import { DEMO_PASSWORD } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import type { Form } from "./every-route.ts";
import { RIVERBEND } from "./parties.ts";

const someone = () => `${randomUUID()}@example.org`;
const inviting = (role: string): Form => ({ change: "invite", email: someone(), role, locale: "en" });

const school = (): Form => ({
  name: `School ${randomUUID()}`,
  ...{ street: "1 Main Street", city: "Moline", zip: "61265" },
  ...{ gradeMin: "9", gradeMax: "12", dayStartsAt: "08:00", dayEndsAt: "15:00" },
});
const pathway = (): Form => ({ name: `Pathway ${randomUUID()}`, nameEs: "Ruta" });

/** All that the one page of a new opportunity asks, typed or said on the phone. */
const entry = (): Form => ({
  ...{ summary: "Hold tools.", kind: "JobShadowing", schedule: "Tuesdays", setting: "on_site", gradeMin: "9" },
  ...{ street: "1 Main Street", city: "Moline", state: "IL", zip: "61265" },
  ...{ pay: "unpaid", howToAsk: "Come by.", contactEmail: "sam@shops.example", language: "en" },
});

const template = (): Form => ({ decision: "declined", name: `Template ${randomUUID()}` });

/** What a form asks for that no other does, or says otherwise. */
export const FIELDS_OF: Record<string, () => Form> = {
  "account._index": () => ({ name: "Sent to every door" }),
  "account.address._index": () => ({ email: someone(), password: DEMO_PASSWORD }),
  "account.family": () => ({ email: someone() }),
  "account.searches.$searchId._index": () => ({ name: `Search ${randomUUID()}`, cadence: "daily" }),
  "account.searches.$searchId.pause": () => ({ pause: "yes" }),
  "account.family_.$guardianshipId.profile": () => ({ version: "0", zip: "61201" }),
  "account.profile": () => ({ version: "0", zip: "61201" }),
  "account.profile_.interests": () => ({ answers: "21" }),
  "account.security.school_.unlinking": () => ({ providerId: randomUUID() }),
  "coordinator.collections.$collectionId.listings.$listingId": () => ({ change: "add" }),
  "coordinator.collections.$collectionId.text": () => ({ name: `Collection ${randomUUID()}` }),
  "coordinator.collections.new": () => ({ name: `Collection ${randomUUID()}` }),
  "coordinator.collections.$collectionId.place": () => ({ direction: "up" }),
  "coordinator.editions.new": () => ({ title: `Edition ${randomUUID()}` }),
  "coordinator.editions.$editionId.text": () => ({ title: `Edition ${randomUUID()}` }),
  "coordinator.editions.$editionId.schedule": () => ({ publishOn: "2027-03-01" }),
  "operator.districts_.$districtId.hosts": () => ({ host: `${randomUUID()}.example` }),
  "operator.regions._index": () => ({
    slug: `region-${randomUUID().slice(0, 8)}`,
    districtIds: [RIVERBEND.district.id],
  }),
  "operator.regions.$regionId": () => ({ version: "1", districtIds: [RIVERBEND.district.id] }),
  "coordinator.embed.sites._index": () => ({ origin: `https://${randomUUID()}.example` }),
  "coordinator.featured.$listingId": () => ({ change: "add" }),
  "coordinator.families.$familyId": () => ({ change: "open" }),
  "coordinator.families._index": () => inviting("parent"),
  "coordinator.people.$staffId": () => ({ change: "coordinator" }),
  "coordinator.people._index": () => inviting("coordinator"),
  "coordinator.partnerships.$partnershipId_.entry": entry,
  "coordinator.review.$listingId_.entry": entry,
  "coordinator.partnerships.$partnershipId_.distinction": () => ({ other: randomUUID() }),
  "coordinator.partnerships.$partnershipId_.merger": () => ({ duplicate: randomUUID() }),
  "coordinator.reports.$listingId": () => ({ decision: "dismissed", readUntil: TEST_NOW.toISOString() }),
  "coordinator.review.templates.$templateId._index": template,
  "coordinator.review.templates._index": template,
  "coordinator.review.views._index": () => ({ name: `View ${randomUUID()}`, query: "show=awaiting" }),
  "coordinator.settings.accounts": () => ({
    familySignUp: "open",
    secondFactorGraceDays: "14",
    quietFrom: "20:00",
    quietUntil: "07:00",
  }),
  "coordinator.settings.calendar": () => ({ startsOn: "2027-03-22", endsOn: "2027-03-26" }),
  "coordinator.settings.front": () => ({ welcome: `Welcome ${randomUUID().slice(0, 8)}` }),
  "coordinator.settings.kinds": () => ({
    offered: [...KIND_CODES],
    ...Object.fromEntries(KIND_CODES.map((kind) => [`kinds.${kind}.stage`, "training"])),
    "stageNames.training.en": `Stage ${randomUUID().slice(0, 8)}`,
  }),
  "coordinator.settings.logo": () => ({ alt: `Logo ${randomUUID().slice(0, 8)}` }),
  "coordinator.translations.$listingId": () => ({ title: "Ayudante", revisionId: randomUUID(), version: "0" }),
  "coordinator.settings.words": () => ({
    clusterWording: "classic",
    "vocabulary.pathway_one.en": `Word ${randomUUID().slice(0, 8)}`,
  }),
  "coordinator.settings.matching": () => ({
    ...{ interest: "5", choice: "4", skills: "2", distance: "3", when: "1.5", freshness: "1", exposure: "1" },
  }),
  "coordinator.settings.labels": () => ({ offered: `Label ${randomUUID().slice(0, 8)}` }),
  "coordinator.settings.pathways.$pathwayId": pathway,
  "coordinator.settings.pathways.new": pathway,
  "coordinator.settings.profile": () => ({ contactEmail: someone() }),
  "coordinator.settings.review": () => ({ reviewPolicy: "one", freshnessDays: "60" }),
  "coordinator.settings.schools.$schoolId": school,
  "coordinator.settings.schools.new": school,
  "coordinator.sign-in-providers.new": () => ({ kind: "google", clientId: randomUUID(), clientSecret: "a secret" }),
  "operator.districts": () => ({ ...inviting("admin"), placeId: RIVERBEND.district.id }),
  "partner.opportunities.new": entry,
  "partner.people.$organizationId.$userId": () => ({ change: "member" }),
  "partner.people._index": () => ({ ...inviting("member"), placeId: RIVERBEND.organizationId }),
};
