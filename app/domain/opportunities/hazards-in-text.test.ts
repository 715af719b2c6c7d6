import { describe, expect, it } from "vitest";
import { HAZARD_CODES, type Hazard } from "./child-labor-rules.ts";
import { hazardsIn } from "./hazards-in-text.ts";

const codesIn = (text: string) => hazardsIn(text).map(({ hazard }) => hazard);

const SAID: [Hazard, ...string[]][] = [
  [
    "hoisting",
    "Drive the forklift in aisle 3",
    "You will operate a crane",
    "Manejar el montacargas",
    "Maneja la grúa",
    "Use a hoist to lift engines",
    "Running the hoists",
  ],
  [
    "driving",
    "Driver and delivery volunteers",
    "Must have a driver’s license",
    "Drive our van",
    "Manejar una camioneta",
  ],
  ["woodworking", "Cut boards on the table saw", "Use the orbital sander", "Cortar en la sierra de mesa"],
  ["saws", "Clear brush with a chainsaw", "Feed the wood chipper", "Cortar ramas con la motosierra"],
  ["metal_machines", "Feed the punch press", "Run the press brake", "Trabajar en la troqueladora"],
  ["meat", "Run the slicer", "Clean the meat grinder", "Limpiar la rebanadora", "Usar la cortadora de fiambres"],
  ["bakery_machines", "Load the dough mixer", "Use the commercial mixer", "Cargar la amasadora"],
  ["balers", "Put boxes into the baler", "Run the trash compactor", "Usar la compactadora"],
  ["roofing", "Help with roofing", "Lay shingles on a school", "Limpiar el techo", "Instalar tejas"],
  ["trenching", "Dig trenches for pipes", "Excavation work", "Cavar una zanja"],
  ["demolition", "Demolition of an old barn", "Tear down walls", "Trabajos de demolición"],
  ["logging", "Work at a sawmill", "Fell dead trees", "La tala de árboles"],
  ["explosives", "Set off fireworks", "Store explosives", "Espectáculo de pirotecnia"],
  ["radioactive", "Handle radioactive samples", "Muestras radiactivas"],
  ["brick", "Stack the brick kiln", "El horno de ladrillos"],
  ["coal_mining", "Visit nothing and work in a coal mine", "Una mina de carbón"],
  ["mining", "Work at the quarry", "Trabajar en una cantera"],
  ["mowers", "Mow the grass", "Use a leaf blower", "Cortar el césped"],
  ["machines", "Use power tools", "Set up the CNC mill", "Usar herramientas eléctricas"],
  ["heights", "Paint on a ladder", "Climb ladders", "Subir a una escalera de mano"],
  ["loading", "Load and unload trucks", "Help load the collection truck", "Cargar camiones"],
  ["cooking", "Bake bread at dawn", "Line cook", "Hornear galletas"],
  ["freezers", "Stock the freezer", "Entrar en la cámara frigorífica"],
  ["construction", "Paint at our construction site", "Una obra de construcción"],
  ["warehouse", "Pack boxes in the warehouse", "Ordenar la bodega"],
  ["factory", "Help on the assembly line", "La línea de producción"],
];

describe("words that give a hazard away", () => {
  it.each(SAID.flatMap(([hazard, ...texts]) => texts.map((text) => [hazard, text] as const)))(
    "%s: %s",
    (hazard, text) => {
      expect(codesIn(text)).toContain(hazard);
    },
  );

  it("are known for every hazard, and found once with the words as they stand", () => {
    expect(SAID.map(([hazard]) => hazard).toSorted()).toEqual(HAZARD_CODES.toSorted());
    expect(hazardsIn("Forklifts here.\nA forklift there.")).toEqual([{ hazard: "hoisting", word: "forklifts" }]);
  });
});

describe("near misses", () => {
  it.each([
    "Fold a thousand paper cranes",
    "Count sandhill cranes by the river",
    "A food drive for veterans; we need driven people",
    "Cut leather with a hand saw",
    "You saw the band last night",
    "Shingles vaccine day at the clinic",
    "Archaeology: an excavation of a Roman villa",
    "Wear a trench coat",
    "Hoist the flag each morning",
    "Plant the rooftop garden under one roof",
    "A career ladder for nurses",
    "Scaffolded lessons for first graders",
    "Data mining for marketing",
    "Explosive growth in app downloads",
    "Log hours in the logging sheet",
    "Bake sale helpers",
    "Forging friendships between neighbors",
    "Use a screwdriver and hand tools",
    "Dirigir entrevistas y conducir una encuesta",
    "Grullas de papel y sierra nevada",
    "Manejar la caja y el dinero",
    "Un trabajo en equipo bajo el mismo techo",
  ])("%s", (text) => {
    expect(codesIn(text)).toEqual([]);
  });
});

describe("what is denied or only looked at", () => {
  it.each([
    "No forklift driving",
    "You will never use the table saw, the band saw or the chainsaw",
    "Students do not drive a van",
    "Work without power tools",
    "The meat slicer is off limits",
    "Chainsaws are used by adults",
    "Forklifts, balers and truck loading are for trained adults; you walk the blue lanes",
    "Watch the crane operator lift the beam",
    "Learn about roofing",
    "No usar el montacargas",
    "Sin motosierra",
    "Los estudiantes nunca manejan una camioneta",
    "La sierra de mesa está prohibida para estudiantes",
    "Mirar la retroexcavadora",
  ])("%s", (text) => {
    expect(codesIn(text)).toEqual([]);
  });

  it.each([
    ["No experience needed, you will drive a forklift", "hoisting"],
    ["Not only paint, also roofing", "roofing"],
    ["No phones. Use the table saw.", "woodworking"],
    ["Sin experiencia: manejar el montacargas", "hoisting"],
    ["You may not smoke but you will run the baler", "balers"],
  ] as const)("does not reach over %s", (text, hazard) => {
    expect(codesIn(text)).toContain(hazard);
  });
});
