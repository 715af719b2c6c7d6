import { districts } from "./cast.ts";
import { fixedId } from "./fixed-id.ts";
import { subClusterCodes, type SubClusterName } from "./sub-cluster-codes.ts";

const pathway = (
  n: number,
  district: { id: string },
  slug: string,
  name: string,
  nameEs: string,
  subClusters: readonly SubClusterName[],
  note?: { about: string; aboutEs: string },
) => ({
  ...{ id: fixedId(5, n), districtId: district.id, slug, name, nameEs, ...note },
  subClusters: subClusterCodes(subClusters),
});

const { riverbend, lakeshore } = districts;

/** Each district's own programmes of study. */
export const pathways = {
  advancedMaking: pathway(1, riverbend, "advanced-making", "Advanced Making & Robotics", "Manufactura y robótica", [
    "engineering",
    "industrialMachinery",
    "production",
    "robotics",
    "qualityAssurance",
  ]),
  buildingTrades: pathway(2, riverbend, "building-trades", "Building Trades", "Oficios de la construcción", [
    "architecture",
    "constructionPlanning",
    "equipmentOperation",
    "skilledTrades",
  ]),
  healthCareers: pathway(
    3,
    riverbend,
    "health-careers",
    "Health Careers",
    "Carreras de la salud",
    ["mentalHealth", "biotechnology", "healthRecords", "personalCare", "physicalHealth"],
    {
      about:
        "Two years at Hampton Career Center, in the morning or the afternoon. Most students leave with a CNA card and 12 college credits. Ask your counselor by February; there is no cost, and a bus brings you.",
      aboutEs:
        "Dos años en Hampton Career Center, por la mañana o por la tarde. Casi todos salen con la licencia de CNA y 12 créditos universitarios. Habla con tu consejero antes de febrero; no cuesta nada y un autobús te lleva.",
    },
  ),
  teachingAndCare: pathway(4, riverbend, "teaching-and-care", "Teaching & Community Care", "Enseñanza y cuidado", [
    "earlyChildhood",
    "learnerSupport",
    "teaching",
    "communityServices",
  ]),
  computing: pathway(
    5,
    riverbend,
    "computing",
    "Computing & Networks",
    "Computación y redes",
    ["artificialIntelligence", "computerSupport", "cybersecurity", "software", "web"],
    {
      about:
        "Taught at all four high schools. You build one thing each semester that somebody outside school will use. No experience is needed to begin.",
      aboutEs:
        "Se enseña en las cuatro preparatorias. Cada semestre construyes algo que usará alguien de fuera de la escuela. No se necesita experiencia para empezar.",
    },
  ),
  foodAndFarm: pathway(6, riverbend, "food-and-farm", "Food, Farm & Land", "Alimentos, campo y tierra", [
    "culinary",
    "agribusiness",
    "animalSystems",
    "plantSystems",
    "foodScience",
    "conservation",
  ]),
  businessAndMoney: pathway(7, riverbend, "business-and-money", "Business & Money", "Negocios y finanzas", [
    "accounting",
    "banking",
    "entrepreneurship",
    "leadership",
    "advertising",
    "sales",
  ]),
  artsAndMedia: pathway(8, riverbend, "arts-and-media", "Arts & Media", "Artes y medios", [
    "digitalDesign",
    "fineArts",
    "lightAndSound",
    "media",
    "performingArts",
  ]),
  lakeFreight: pathway(11, lakeshore, "lake-and-freight", "Lake, Rail & Freight", "Lago, trenes y carga", [
    "groundTransportation",
    "vehicleRepair",
    "marineTransportation",
    "logistics",
    "warehousing",
  ]),
  plasticsAndMachines: pathway(12, lakeshore, "plastics-and-machines", "Plastics & Machines", "Plásticos y máquinas", [
    "engineering",
    "industrialMachinery",
    "production",
    "qualityAssurance",
  ]),
  nursingAndCare: pathway(13, lakeshore, "nursing-and-care", "Nursing & Care", "Enfermería y cuidado", [
    "personalCare",
    "physicalHealth",
    "communityServices",
    "healthRecords",
  ]),
  waterAndLand: pathway(14, lakeshore, "water-and-land", "Water & Land Science", "Ciencias del agua y la tierra", [
    "waterSystems",
    "conservation",
    "ecologicalResearch",
    "environmentalProtection",
    "plantSystems",
  ]),
  hospitality: pathway(15, lakeshore, "hospitality", "Hospitality & Tourism", "Hospitalidad y turismo", [
    "accommodations",
    "events",
    "culinary",
    "travel",
  ]),
  designAndMedia: pathway(16, lakeshore, "design-and-media", "Design & Media", "Diseño y medios", [
    "digitalDesign",
    "fashion",
    "fineArts",
    "media",
    "web",
  ]),
  publicService: pathway(17, lakeshore, "public-service", "Public Service & Safety", "Servicio y seguridad pública", [
    "emergencyResponse",
    "judicialSystems",
    "governmentServices",
    "publicSafety",
  ]),
  moneyAndTrade: pathway(18, lakeshore, "money-and-trade", "Money & Trade", "Finanzas y comercio", [
    "accounting",
    "banking",
    "insurance",
    "entrepreneurship",
    "retail",
  ]),
} as const;
