import { districts } from "./cast.ts";
import { fixedId } from "./fixed-id.ts";

const words = [
  {
    districtId: districts.riverbend.id,
    decision: "changes_requested",
    reasonCode: null,
    name: "Who supervises?",
    text: "Please say who will be with the students, and how to reach that person on the day. Families ask us this first.",
  },
  {
    districtId: districts.riverbend.id,
    decision: "changes_requested",
    reasonCode: null,
    name: "Days and hours",
    text: "Please add the days and hours. Students need to know whether it fits after school, and parents when to pick them up.",
  },
  {
    districtId: districts.riverbend.id,
    decision: "declined",
    reasonCode: "not_local",
    name: "Too far away",
    text: "This is farther than our students can travel, and it offers no way to take part from home. Please write again if that changes.",
  },
  {
    districtId: districts.riverbend.id,
    decision: "declined",
    reasonCode: "duplicate",
    name: "On the list already",
    text: "The same opportunity is on our list already. To change it, please edit the one that is there.",
  },
  {
    districtId: districts.lakeshore.id,
    decision: "changes_requested",
    reasonCode: null,
    name: "Qué harán los estudiantes",
    text: "Por favor, describa con ejemplos qué harán los estudiantes en un día normal.",
  },
] as const;

/** Words each district uses again and again, in the language it writes to its partners. */
export const seedTemplates = words.map((template, i) => ({ id: fixedId(8, i + 1), ...template }));
