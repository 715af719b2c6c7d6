import type { Hazard } from "./child-labor-rules.ts";

/**
 * Words that give a hazard away, in English and Spanish, lower case and without accents. A pattern is words in a row;
 * `a/b` is either, `stem*` begins so, `?the/a` may be left out. Words with a harmless second meaning ("crane", "trench",
 * "shingles", "drive") stand with what makes them dangerous.
 */
export const HAZARD_WORDS: Record<Hazard, string> = {
  hoisting:
    "forklift*, fork lift/lifts/truck/trucks, high lift truck*, lift truck*, scissor lift*, boom lift*, aerial lift*, bucket truck*, cherry picker*, manlift*, man lift*, skid steer*, skid loader*, backhoe*, front end loader*, freight elevator*, operate/operating/run/running ?the/a crane*, crane operator*, overhead/tower/gantry/mobile crane*, chain/power/engine/material hoist*, operate/operating/run/running/use/using ?the/a/an hoist/hoists, montacargas, plataforma* elevadora*, elevador* de tijera, minicargador*, retroexcavadora*, polipasto*, manejar/operar/opera/maneja ?la/una/las grua*, grua torre",
  driving:
    "drive/drives/driving ?a/an/the/our/your ?company/delivery/food/box/tow/pickup truck/trucks/van/vans/car/cars/vehicle/vehicles/bus/minibus, drivers, a/vehicle/truck/van/bus/shuttle/delivery/volunteer/assistant/relief driver, driver and/or/needed/wanted/helper, drivers license*, driving license*, driving record*, drive/driving ?our/the/elderly seniors/clients/patients/residents/members/guests, deliver*/delivering by car/van/truck, conducir/conduce/manejar/maneja ?un/una/el/la/los/las/nuestro/nuestra camion*/carro*/coche*/auto/autos/van/vehiculo*/furgoneta*, chofer/choferes, licencia de conducir/manejar/conductor, reparto/repartir/repartidor* en carro/coche/camion/camioneta/moto",
  woodworking:
    "table saw*, miter/mitre saw*, radial arm saw*, panel saw*, wood lathe*, woodworking machine*, belt/orbital/disc/drum sander*, nail gun*, wood/thickness planer*, jointer/jointers, wood router*, router table*, sierra/sierras de mesa, sierra* ingletadora*, torno/tornos de/para madera, cepilladora*, lijadora*, pistola/pistolas de clavos, clavadora*",
  saws: "circular/band/chain/reciprocating/chop/concrete/masonry saw/saws, bandsaw*, chainsaw*, sawzall*, skilsaw*, wood chipper*, woodchipper*, abrasive cut*, guillotine shear*, sierra/sierras circular*/sable, sierra/sierras de cinta, motosierra*, astilladora*, trituradora/trituradoras de ramas/madera",
  metal_machines:
    "press brake*, punch press*, power press*, metal shear*, shearing machine*, sheet metal brake*, power hammer*, forging hammer*/press*/machine*, rolling mill*, troqueladora*, prensa* plegadora*/troqueladora*, plegadora/plegadoras, cizalla* hidraulica*",
  meat: "meat/deli/food/cheese slicer*, run/running/use/using/operate/operating/clean/cleaning ?the/a slicer*, slicing machine*, meat grinder*/saw/saws/processing/packing/cutting, poultry plant*/processing/packing, slaughter*, rebanadora*, cortadora/cortadoras de carne/carnes/fiambre/fiambres/embutidos, molino/molinos de carne, picadora/picadoras de carne, matadero*",
  bakery_machines:
    "dough mixer*/sheeter*/divider*/brake*, batter mixer*, industrial/commercial/floor mixer*, bread slicer*/slicing, bakery machine*, amasadora*, batidora* industrial*, laminadora/laminadoras de masa, divisora/divisoras de masa",
  balers:
    "baler/balers, compactor/compactors, guillotine cutter*/paper, paper guillotine*, prensa/prensas de carton, compactador/compactadora/compactadores/compactadoras, embaladora/embaladoras, guillotina/guillotinas de papel",
  roofing:
    "roofing, reroofing, roofer/roofers, shingling, roof shingles, lay/install/laying/installing shingles, on/onto ?the/a roof/roofs, patch/fix/repair/clean/patching/fixing/repairing/cleaning ?the/a roof/roofs, techador*, techado, impermeabiliza* ?el/los techo/techos, en/sobre/al el/los/un techo/techos, reparar/arreglar/limpiar ?el/los techo/techos, instalar/colocar tejas",
  trenching:
    "trencher*, trenching, trench digging/work, dig/digging/dug ?a/the/deep trench/trenches, excavator/excavators, excavation work/site/sites/crew/crews, excavate/excavating ?the/a foundation*/basement*/trench*, zanja/zanjas, excavadora/excavadoras, excavar ?los/unos cimientos",
  demolition:
    "demolition, demolish/demolishing, wrecking crew*/ball*/yard*, tear/tearing/knock/knocking down walls/houses/buildings, gut/gutting houses/homes/buildings, demolicion*, demoler, derribar/derriban/derribo muros/paredes/edificios/casas",
  logging:
    "sawmill*, logging crew*/camp*/site*/operation*, fell/felling ?the/a/big/dead trees/tree/timber, tree felling, timber harvest*, cut/cutting down ?the/a/big/dead trees/tree, forest/wildland fire fight*/firefight*/crew*, wildland firefighter*, fight/fighting forest fires, aserradero*, tala de arboles, talar ?los arboles, bombero* forestal*",
  explosives:
    "explosives, dynamite, detonator*, pyrotechnic*, set/sets/setting off fireworks, explosivos, dinamita, pirotecni*, detonador*",
  radioactive: "radioactiv*, ionizing radiation, radiactiv*, radiacion ionizante",
  brick: "brick/tile kiln*/plant*/factory/factories, brickmaking, brick making, ladrillera*, horno/hornos de ladrillo*",
  coal_mining: "coal mine/mines/mining, mina/minas de carbon",
  mining:
    "in/at/inside a/the quarry, quarry work*, gravel pit*, open pit mine*, underground mine*, mine shaft*, mina* subterranea*, trabajo/trabajar en ?la/una cantera*",
  mowers:
    "lawn mower*, lawnmower*, riding mower*, mower/mowers, mow/mows/mowing ?the/our lawn*/grass/yard*/field*/paths, weed whack*/eater*, string trimmer*, hedge trimmer*, brush cutter*, leaf blower*, golf cart*, atv/atvs, cortacesped*, podadora*, desbrozadora*, cortasetos, cortar/podar el cesped/pasto/zacate, sopladora/sopladoras",
  machines:
    "power tool/tools, power/electric drill*, drill press*, metal lathe*, milling machine*, cnc, bench/angle grinder*, food processor*, herramienta/herramientas electricas/electrica, taladro* electrico*, torno/tornos, fresadora*, esmeril/esmeriles, esmeriladora*, procesador* de alimentos",
  heights:
    "on/from/up/climb/use/using/climbing ?a/the/tall ladder/ladders, on/from/build/building/set ?a/the/up scaffold/scaffolds/scaffolding, escalera/escaleras de mano, andamio*",
  loading:
    "load/loads/unload/unloads/loading/unloading ?and ?load/unload/loading/unloading ?the/a/our ?delivery/collection/food/moving/box truck/trucks/trailer/trailers/lorry, loading dock*, cargar/descargar/carga/descarga ?y ?descargar/descarga ?los/el/de camion/camiones/camionetas, muelle de carga",
  cooking:
    "bake/bakes/baking ?the/our/fresh bread/breads/cakes/pastries/bagels/rolls, line cook*, open flame*, pressure cooker*, rotisserie*, hornear, hornea/horneas/horneamos ?el pan, cocinero/cocinera de linea, fuego abierto, olla/ollas de presion",
  freezers:
    "walk in freezer*/cooler*, in/stock/stocking/clean/cleaning the freezer*, meat cooler*, cold storage, camara/camaras frigorifica*, en/dentro el/del congelador",
  construction:
    "construction site*/crew*/work/worker*/helper*, job site/sites, build/building/framing houses/homes/walls, obra/obras de construccion, sitio/sitios de construccion, cuadrilla de construccion, construir casas/viviendas",
  warehouse: "warehouse*, warehousing, bodega/bodegas, almacen/almacenes",
  factory:
    "factory floor*/work*, shop floor, assembly line*, production line*, manufacturing floor*/line*/plant*, linea/lineas de produccion/ensamblaje/montaje, planta/plantas de produccion",
};
