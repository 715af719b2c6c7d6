/** The instant tests happen at: a Tuesday afternoon in Riverbend, the middle of a school year. */
export const TEST_NOW = new Date("2027-02-09T20:30:00Z");
