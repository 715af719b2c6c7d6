import { expect, it } from "vitest";
import { translator } from "#app/i18n/translator.ts";
import { shiftInWords, siteInWords } from "./shift-words.ts";

const at = { startsOn: "2027-02-16", startTime: "15:30", endTime: "17:00" };
const say = (locale: "en" | "es", rule: string | null) => shiftInWords(translator(locale), locale, { ...at, rule });

it.each([
  [null, "February 16, 2027, 3:30 PM to 5 PM", "16 de febrero de 2027, de 3:30 p.m. a 5 p.m."],
  [
    "FREQ=WEEKLY;BYDAY=TU",
    "Every Tuesday, 3:30 PM to 5 PM, from February 16, 2027",
    "Cada martes, de 3:30 p.m. a 5 p.m., desde el 16 de febrero de 2027",
  ],
  [
    "FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20270528",
    "Every Tuesday and Thursday, 3:30 PM to 5 PM, February 16 to May 28, 2027",
    "Cada martes y jueves, de 3:30 p.m. a 5 p.m., del 16 de febrero al 28 de mayo de 2027",
  ],
  [
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,WE,SA;UNTIL=20280112",
    "Every other week on Tuesday, Wednesday, and Saturday, 3:30 PM to 5 PM, February 16, 2027 to January 12, 2028",
    "Cada dos semanas, martes, miércoles y sábado, de 3:30 p.m. a 5 p.m., del 16 de febrero de 2027 al 12 de enero de 2028",
  ],
  ["FREQ=HOURLY", "February 16, 2027, 3:30 PM to 5 PM", "16 de febrero de 2027, de 3:30 p.m. a 5 p.m."],
])("%s is said in English and Spanish", (rule, english, spanish) => {
  expect([say("en", rule), say("es", rule)]).toEqual([english, spanish]);
});

it("says a site in one line, without what nobody wrote", () => {
  const site = { name: "South shop", street: "9 Main St", city: "Moline", state: "IL", zip: "61265" };
  const point = { latitude: null, longitude: null };
  expect(siteInWords({ ...site, ...point })).toBe("South shop, 9 Main St, Moline, IL 61265");
  expect(siteInWords({ ...site, ...point, name: null, state: null, zip: null })).toBe("9 Main St, Moline");
});
