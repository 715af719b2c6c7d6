/**
 * Skills as a posting's text shows them, by plain words of both languages: actions, things and subjects of the O*NET
 * interest vocabulary (`db/reference/README.md`) that a learner can practice, named as a student would. The key names
 * the skill in English and in Spanish; `*` ends a stem, `~` only hints, accents are left out. Hand-made, and read by a person.
 */
export const SKILL_WORDS: Record<string, string> = {
  // Realistic: tools, machines, plants, animals
  "hand tools | herramientas manuales": "hand tool*, wrench*, screwdriver*, hammer*, herramientas",
  "power tools | herramientas eléctricas": "power tool*, table saw, drill press, sander*, taladro*",
  "measuring | medir con precisión":
    "tape measure*, measure and cut, measure parts, measure wood, measure a, caliper*, medir, medicion*",
  "woodworking | carpintería": "woodwork*, carpent*, cabinet making, carpinter*, ebanister*",
  "welding | soldadura": "weld*, soldad*, soldar",
  "painting walls | pintar paredes": "paint walls, house paint*, repaint*, paint rooms, paint fences, pintar paredes",
  "bicycle repair | reparar bicicletas":
    "bike repair, bicycle repair, fix bikes, repair bikes, repair bicycles, true wheels, true a wheel, patch tubes, reparar bicicletas",
  "engine repair | reparar motores":
    "engine repair, auto repair, small engine*, oil change*, mechanic, mechanics, reparar motores",
  "fixing things | reparar cosas":
    "home repair*, minor repair*, repair cafe, fix appliances, handyman, mend clothes, reparaciones",
  "electronics | electrónica": "electronics, circuit*, solder*, wiring, arduino, electronica, circuito*",
  "robotics | robótica": "robot*",
  "3D printing | impresión 3D": "3d print*, impresion 3d",
  "technical drawing | dibujo técnico": "cad, autocad, solidworks, drafting, blueprint*, dibujo tecnico, planos",
  "gardening | jardinería": "garden*, weeding, mulch*, seedling*, planting, jardin*, huert*, sembrar",
  "growing food | cultivar alimentos":
    "urban farm*, farm hand*, harvest vegetables, harvesting, crops, vegetables, greenhouse*, cosech*, cultiv*, invernadero*",
  "composting | compostaje": "compost*",
  "tree care | cuidado de árboles": "tree care, street tree*, prun*, plant trees, tree planting, podar",
  "caring for nature | cuidado de la naturaleza":
    "trail work, trail maintenance, habitat*, invasive*, park clean*, conservation, restoration, beach clean*, shoreline clean*, senderos, conservacion",
  "recycling | reciclaje": "recycl*, recicl*",
  "animal care | cuidado de animales":
    "animal care, animal shelter*, walk dogs, dog walk*, care for animals, kennel*, stable*, groom dogs, feed animals, veterinar*, cuidado de animales, perros",
  "cooking | cocina": "cook, cooks, cooking, cooked, chef*, kitchen skill*, recipe*, knife skill*, cocin*, receta*",
  "baking | repostería": "bake, bakes, baking, baker*, pastry, panader*, hornear",
  "food safety | higiene de alimentos": "food safety, food handl*, servsafe, higiene de alimentos",
  "preparing and serving meals | preparar y servir comidas":
    "serve meals, serving meals, prepare meals, meal prep*, food prep*, serve food, serving food, serve lunch, serve dinner, soup kitchen*, servir comida*",
  "packing and sorting | empacar y clasificar":
    "pack boxes, pack bags, packing, sort donations, sort food, sorting, pantry bags, empacar, clasificar",
  "lifting safely | levantar peso con cuidado":
    "heavy lifting, lift boxes, lift up to, lifting up to, unload*, moving furniture, carry boxes, levantar cajas, cargar cajas",
  "keeping stock | llevar un inventario":
    "inventory, stock room, stock shelves, stocking, shelv*, inventario, almacen*",
  "driving | conducir":
    "drive a car, driver license, driver s license, drivers license, deliver meals by car, van driver*, licencia de conducir",
  "first aid | primeros auxilios": "first aid, cpr, primeros auxilios, rcp",
  "emergency readiness | prepararse para emergencias":
    "disaster preparedness, emergency preparedness, emergency response, disaster response, evacuat*, emergencias",
  "drone piloting | pilotar drones": "drone*, unmanned aircraft, dron, drones",
  // Investigative: finding out
  "lab work | trabajo de laboratorio": "laborator*, lab work, microscope*, pipett*, lab bench*, specimen*",
  "research | investigación": "research*, investigacion*",
  "field observation | observación de campo":
    "field research, field work, fieldwork, bird count*, water testing, test the water, species, citizen science, trabajo de campo",
  "math | matemáticas": "math, mathematics, algebra, geometry, calculus, matematic*",
  "science | ciencias":
    "stem, biology, chemistry, physics, science lesson*, science project*, ciencias, quimica, fisica",
  "data analysis | análisis de datos":
    "data analy*, statistic*, analyze data, tableau, analisis de datos, estadistica*",
  "collecting data | recoger datos": "survey*, collect data, data collection, questionnaire*, polling, encuesta*",
  "mapping | hacer mapas": "gis, mapping, maps of, cartograf*",
  "programming | programación":
    "programming language*, programmer*, coding, javascript, python, java, php, software develop*, app develop*, programacion",
  "web design | diseño web":
    "web design*, website design, web develop*, html, css, wordpress, update our website, redesign* website, diseno web, pagina web, sitio web",
  "computer repair | reparar computadoras":
    "computer repair, refurbish*, device repair, fix computers, chromebook repair",
  "tech support | soporte técnico":
    "tech support, help desk, it support, computer help, troubleshoot*, soporte tecnico",
  "computer skills | uso de computadoras":
    "computer skill*, computer literacy, computer literate, computer class*, digital literacy, computer proficien*, computacion",
  "databases | bases de datos": "database*, crm, salesforce, base de datos, bases de datos",
  "spreadsheets | hojas de cálculo": "spreadsheet*, excel, hoja de calculo, hojas de calculo",
  "networks | redes de computadoras":
    "network admin*, network cable*, routers, cybersecurity, network technic*, ciberseguridad",
  // Artistic: making and expressing
  "writing | redacción":
    "writer*, write articles, writing articles, write stories, copywrit*, blog, blogs, blogging, newsletter*, press release*, creative writing, journalis*, redact*, escritura",
  "grant writing | redactar solicitudes de fondos":
    "grant writ*, grantwrit*, grant proposal*, grant research*, write grants",
  "editing text | corregir textos": "proofread*, copy edit*, edit articles, editing articles, editor, corregir textos",
  "graphic design | diseño gráfico":
    "graphic*, design flyers, design posters, photoshop, illustrator, indesign, logo design, diseno grafico",
  "photography | fotografía": "photo, photos, photograph*, camera, cameras, fotograf*",
  "video | video": "video, videos, videograph*, film edit*, filmmak*, filming, documentary, camara de video",
  "sound and lighting | sonido e iluminación":
    "sound board, stage light*, audio, lighting crew, stagehand*, stage crew, sonido",
  "drawing and painting | dibujo y pintura":
    "drawing, draw, mural*, art class*, arts and crafts, art project*, illustrat*, art teacher*, dibujo, pintura, artesani*",
  "music | música":
    "music lesson*, music teacher*, play music, teach music, ~music, musician*, choir, band director, sing, singing, guitar, piano, musica, coro, cantar",
  "theater | teatro": "theater class*, stage play*, ~theater, ~theatre, actor*, acting, drama, teatro",
  "dance | baile": "dance, dances, dancing, dancer*, ballet, baile, danza",
  "sewing and crafts | costura y manualidades":
    "sew, sewing, knit*, crochet*, quilt*, crafts, costura, coser, tejer, manualidades",
  // Social: people
  "tutoring | dar clases de apoyo": "tutor*, homework help, help with homework, tutori*, ayuda con la tarea",
  "teaching others | enseñar a otros":
    "teach, teaches, teaching, teacher*, instructor*, lead workshops, lead a class, lead classes, lead a workshop, ensen*, maestr*",
  "reading with children | leer con niños":
    "read to children, reading to children, reading buddy, reading buddies, reading partner*, read aloud, story time, storytime, read with, leer con ninos, leer a ninos",
  "working with children | trabajar con niños":
    "with children, with kids, help children, helping children, for children, teach kids, teach children, child care, ~children, ~kids, preschool*, camp counselor*, day camp, toddlers, elementary school, ninos, guarderia",
  "working with older adults | trabajar con personas mayores":
    "seniors, senior citizen*, elderly, older adult*, senior center*, nursing home*, adultos mayores, ancianos, personas mayores",
  "mentoring | ser mentor": "mentor*, role model*, big brother*, big sister*, mentoria",
  "coaching a sport | entrenar un deporte":
    "coach, coaches, coaching, referee*, umpire*, soccer clinic*, sports clinic*, entrenador*",
  "swimming safety | seguridad en el agua": "lifeguard*, swim instruct*, swim lesson*, salvavidas",
  "caring for people | cuidar a personas":
    "patient*, home health, hospice, caregiver*, bedside, personal care, pacientes, cuidador*",
  "health basics | nociones de salud":
    "nutrition, health educat*, health fair*, blood pressure, wellness, public health, nutricion, salud",
  "listening | saber escuchar":
    "listen to, listener*, active listening, friendly visit*, crisis line, hotline, companionship, escuchar",
  "support for people in need | apoyo a quien lo necesita":
    "homeless*, shelter resident*, crisis counsel*, ~domestic violence, case manage*, refugee*, survivors, social work*, trabajo social, refugiados",
  "public speaking | hablar en público":
    "public speak*, presentation*, give talks, speaker*, tour guide*, docent*, lead tours, give tours, hablar en publico, presentaciones",
  "interpreting and translating | interpretar y traducir": "translat*, interpret*, bilingual, traduc*, bilingue*",
  "teaching English | enseñar inglés":
    "esl, esol, english class*, learn english, conversation partner*, english as a second language, ensenar ingles",
  "greeting visitors | recibir visitantes":
    "greet*, welcome visitors, welcome guests, front desk, receptionist*, usher*, visitor desk, recib* visitantes, recepcion",
  "customer service | atención al cliente":
    "customer*, patrons, retail, thrift shop*, thrift store*, gift shop, clientes",
  // Enterprising: leading, selling, organizing
  "leading a team | dirigir un equipo":
    "team leader*, team captain*, lead a team, leadership, project leader*, supervise volunteers, liderazgo",
  "planning events | organizar eventos":
    "event plan*, plan events, planning events, organize events, special event*, event coordinat*, event committee, gala, organizar eventos",
  "managing projects | gestionar proyectos":
    "project manage*, project coordinat*, coordinate projects, gestion de proyectos",
  "coordinating volunteers | coordinar voluntarios":
    "volunteer coordinat*, recruit volunteers, coordinate volunteers, volunteer manage*, volunteer recruit*, coordinar voluntarios",
  "fundraising | recaudar fondos": "fundrais*, fund rais*, donor relations, raise money, raise funds, recaud*",
  "marketing | mercadotecnia":
    "marketing, publicity, advertis*, promote events, brand*, public relations, street team, mercadotecnia, publicidad",
  "social media | redes sociales": "social media, facebook, twitter, instagram, tiktok, redes sociales",
  "selling | ventas": "sales, sell, selling, salesperson, cashier*, market stand, ventas, vender",
  "starting a business | emprender": "entrepreneur*, business plan*, startup*, small business*, emprend*",
  "speaking up for others | defender a otros":
    "advocate*, advocacy, activis*, human rights, civil rights, petition*, defensa de",
  "legal basics | nociones de derecho":
    "legal intern*, legal aid, ~legal, law firm, paralegal*, attorney*, lawyer*, court*, pro bono, abogad*, tribunal*",
  "community outreach | trabajo comunitario":
    "outreach, canvass*, door to door, community organiz*, tabling, hand out flyers, distribute flyers, volantes",
  // Conventional: order
  "office work | trabajo de oficina":
    "office assist*, office work, clerical, filing, photocopy*, mailing*, envelope*, administrative assist*, administrative support, office help*, office support, office volunteer*, oficina",
  "data entry | captura de datos": "data entry, enter data, entering data, entrada de datos, captura de datos",
  "answering phones | atender el teléfono":
    "answer phones, answering phones, answer calls, phone bank*, phone calls, telephone*, contestar el telefono, llamadas",
  "keeping records | llevar registros":
    "records manage*, archiv*, catalog*, recordkeeping, record keeping, digitiz*, registros",
  "library skills | trabajo de biblioteca": "library, libraries, librarian*, biblioteca*",
  "bookkeeping | contabilidad":
    "bookkeep*, accounting, accountant*, quickbooks, account* records, contabilidad, contador*",
  "tax preparation | preparar impuestos": "tax prep*, prepare taxes, tax return*, vita, impuestos",
  "managing money | manejar el dinero":
    "financial literacy, budget*, financial coach*, money management, financial education, finanzas, presupuesto*",
  "quality checks | control de calidad":
    "quality control, quality check*, quality assurance, inspect parts, control de calidad",
};
