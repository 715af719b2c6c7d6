/**
 * Words by which a posting shows its sub-cluster, English and Spanish, without accents. `*` ends a stem, `~` marks a word
 * that only hints. Hand-made: words of ordinary postings and of the trades, not a copy of any occupation's titles.
 */
export const SUB_CLUSTER_WORDS: Record<string, string> = {
  // Advanced Manufacturing
  "010101":
    "drafting class, mold designer, injection mold*, engineer*, mechanical design, prototype*, cad, solidworks, 3d print*, circuit*, electronics, ingenier*, ~makerspace, ~maker, ~stem",
  "010102":
    "industrial maintenance, machine maintenance, maintenance technician, elevator part*, machinist*, machine shop, cnc, lathe*, mill operator, tool and die, millwright*, tornero*, ~machinery",
  "010103":
    "factory floor, shop floor, parts maker, plastics, screen printing, manufactur*, assembly line, assembler*, production line, factory, fabricat*, packaging line, screen print*, print shop, manufactura, fabrica, ~assembly",
  "010104": "robot*, mechatronic*, first lego",
  "010105":
    "quality lab, quality check*, caliper*, inspector of parts, quality control, quality assurance, safety inspect*, osha, calibrat*, control de calidad, ~inspect*",
  // Construction
  "010201":
    "architect*, civil engineer*, blueprint*, surveyor*, drafting, autocad, structural, urban planning, urban planner*, arquitect*",
  "010202": "construction manage*, estimator*, job site, jobsite, building permit*, site superintendent, ~developer*",
  "010203": "heavy equipment, excavator*, forklift*, crane, bulldozer*, backhoe*, equipo pesado, ~equipment operator",
  "010204":
    "ramp, ramps, heat pump*, drywaller*, bricklay*, apprentice carpenter, trade union, carpent*, electrician*, plumb*, weld*, hvac, mason*, drywall, roof*, home repair*, home build*, build homes, building homes, woodwork*, cabinet maker*, renovat*, house paint*, painting crew, construction, habitat for humanity, carpinter*, soldad*, electricista*, plomer*, construccion, ~paint walls, ~repaint*, handyman, ~tools",
  // Supply Chain & Transportation
  "010301": "aviation, aircraft, airport, airplane*, pilot*, flight, drone pilot, aerospace, aeropuerto, aviacion",
  "010302":
    "bus line*, bus route*, bus garage, rail, truck driver*, bus driver*, driver*, driving, transit, train operator, railroad, rail yard, chofer*, conductor*, ~rides, ~transportation",
  "010303":
    "mechanic, mechanics, bike repair, bicycle repair, bike shop, bicycle shop, auto shop, auto repair, automotive, diesel, collision repair, small engine*, repair shop, repair cafe, fix bikes, mecanic*, bicicleta*, ~bike, ~bikes, ~bicycle*, ~repair*, ~brakes",
  "010304":
    "shipyard*, barges, lock and dam, tugboat*, ferr*, boat*, marina, maritime, harbor, port authority, barge, towboat, deckhand*, sail*, barco*, ~ship, ~ferry, ~dock",
  "010305": "route map, delivery route*, shipping, logistic*, dispatch*, supply chain, route plan*, freight, logistica",
  "010306":
    "parts room, stock room, tool library, warehous*, inventory, stockroom, shipping and receiving, purchasing, procurement, order picking, sort donations, sorting donations, donation center, gift sort*, almacen*, bodega, ~packing, ~sorting, ~sort, ~donations, ~packages",
  // Arts, Entertainment, & Design
  "020101":
    "cartel, carteles, sign painter*, graphic design*, graphics, illustrat*, photoshop, animation, animator*, game design, ux, logo, brochure*, layout, design portfolio, 3d model*, diseno grafico, ilustra*, ~designer*, ~design, ~poster*, ~flyer*, ~branding",
  "020102":
    "fashion*, sew, sewing, knit*, crochet*, textile*, costume*, tailor*, quilt*, interior design*, upholster*, floral design, florist*, moda, costura, ~boutique, ~fabric, ~furniture, ~flower arrang*",
  "020103":
    "mural*, painter*, sculpt*, ceramic*, pottery, gallery, galleries, museum*, art class*, art workshop*, art studio*, art show*, visual art*, drawing, arts and crafts, teaching artist*, curator*, exhibit*, docent*, museo*, galeria, arte, artesan*, ~art, ~arts, ~artist*, ~crafts, ~craft, ~face paint*, ~painting",
  "020104":
    "sound engineer*, lighting, stage crew, audio visual, av crew, sound board, recording studio, stagehand*, sonido, iluminacion, ~backstage, ~audio, ~sound",
  "020105":
    "sports announcer*, announcer*, tapes, video*, film*, photograph*, camera*, journalis*, reporter*, newspaper, newsletter*, radio, podcast*, broadcast*, magazine, editor, copy edit*, blogger*, blog, writers, documentary, press release*, periodis*, fotograf*, revista, ~editing, ~writer, ~writing, ~media, ~storytelling, ~newsroom",
  "020106":
    "theater*, theatre*, dance*, dancing, music*, musician*, choir, chorus, orchestra, band, actor*, acting, drama, perform, performer*, performing art*, performance*, concert*, sing, singer*, singing, puppet*, circus, comedy, clown*, instrument*, guitar*, piano, teatro, musica*, danza, baile, coro, actua*, ~stage, ~talent show",
  // Hospitality, Events, & Tourism
  "020201": "hotel*, front desk clerk, housekeep*, lodging, inn, guest room*, concierge, hoteler*, ~guest service*",
  "020202":
    "wedding*, boda*, event plan*, special event*, gala, conference*, banquet, festival*, fundraising event*, street fair, craft fair*, block party, expo, event staff, event volunteer*, event support, fair volunteer*, annual event, benefit event, celebration*, parade, charity event*, holiday party, holiday gift*, eventos, fiesta*, congreso, desfile, ~event, ~events, ~party, ~fair, ~carnival, ~registration table, ~ushers, ~usher*, ~decorat*, ~set up, ~fundraiser, ~feria",
  "020203":
    "food truck*, coffee cart, camion de comida, cook, cooks, cooking, chef*, kitchen*, culinary, baker*, baking, bakery, restaurant*, barista*, cafe, catering, food service, meal prep*, prepare meals, preparing meals, serve meals, serving meals, serve food, soup kitchen*, dishwash*, cocina*, cociner*, restaurante*, panader*, comidas, ~meals, ~meal, ~lunch, ~dinner, ~breakfast, ~waiter*",
  "020204":
    "visitor guide*, tourism, tour guide*, recreation, lifeguard*, swim*, camp counselor*, summer camp*, day camp, fitness, yoga, zumba, aerobics, sports, basketball, soccer, baseball, softball, tennis, football, futsal, hockey, golf, track and field, marathon*, half marathon, triathlon*, cycling, bike tour, bike ride*, bike month, referee*, umpire*, coach sport*, athletic*, ice skat*, skat*, kayak*, outdoor adventure, race marshal*, stair climb*, bicycling, skiing, 5k, 5 k, charity run*, charity walk*, run walk, walkathon*,  shape up, turismo, deporte*, recreacion, natacion, futbol, campamento, ~coach*, ~games, ~camp, ~race, ~run, ~exercise, ~physical activity, ~hike*, ~league*, ~walk, ~chess, ~ride",
  // Financial Services
  "030101":
    "accounting, accountant*, bookkeep*, payroll, tax prep*, tax return*, income tax*, vita, audit*, quickbooks, treasurer, contabilidad, contador*, impuestos, ~invoices, ~tax",
  "030102":
    "bank, banks, banking, bank teller*, credit union*, loan*, microfinance, mortgage*, financial literacy, banco, credito, prestamo*, ~lending, ~credit",
  "030103":
    "paycheck*, money skills, invest*, stock market, financial plan*, financial model*, financial analy*, portfolio manage*, wealth, finance, financial coach*, finanzas, inversion*, ~budget*, ~financial, ~economics",
  "030104": "insurance, underwrit*, actuar*, claims adjuster*, seguros",
  "030105": "real estate, realtor*, property manage*, apprais*, leasing, bienes raices, ~tenant*, ~housing",
  // Education
  "040101":
    "reading camp, preschool*, pre school, pre k, child care, childcare, daycare, day care, babysit*, toddler*, early childhood, infant*, head start, nursery school, kindergart*, storytime, story time, read to children, reading to children, preescolar, guarderia, primera infancia, ninera, ~nursery, ~playroom, ~young children",
  "040102":
    "principal, school principal, school board, education policy, curriculum coordinat*, parent association, pta, school office, ~curriculum, ~education reform, ~charter school*",
  "040103":
    "mentor a student, youth mentor*, mentor youth, after school program*, afterschool program*, homework help, homework, school library, librar*, youth leader*, youth development, youth program*, college access, college application*, college prep*, career coach*, resume*, job seeker*, career panel*, career day, guidance counsel*, big brother*, big sister*, girl scout*, boy scout*, scout troop, troop leader*, mentoria, tarea*, biblioteca*, despues de la escuela, ~chaperone*, ~mentor, ~mentors, ~mentoring, ~afterschool, ~youth, ~teens, ~kids, ~school supplies, ~role model*, ~students, ~read",
  "040104":
    "practice english, newcomers, tutor*, teach, teacher*, teaching, classroom*, instructor*, esl, esol, ged, literacy, math help, lesson*, substitute, english class*, english language, english conversation, conversation practice, conversation group*, conversation partner*, computer class*, workshop leader*, trainer*, train volunteers, summer school, sat prep, test prep, reading buddy, reading buddies, reading partner*, reading program*, maestr*, ensen*, tutori*, alfabetizacion, clases, ~workshop*, ~teaching assistant*, ~students, ~academic*, ~learn english, ~education*",
  // Healthcare & Human Services
  "040201":
    "conflict circle*, peer mediat*, restorative, counseling, counselor*, mental health, crisis line, crisis counsel*, hotline, suicide, addiction, recovery, substance abuse, psycholog*, therapist*, autis*, domestic violence, sexual assault, rape crisis, grief, bereavement, survivor*, battered, salud mental, consejer*, psicolog*, ~support group*, ~peer support, ~special needs, ~stress, ~victim*, ~violence",
  "040202":
    "biotech*, lab assistant*, laboratory, research lab, genetics, microbiology, pharmaceutical*, dna, biolog*, laboratorio, ~lab, ~scientist*, ~experiments, ~specimens",
  "040203":
    "older neighbor*, lonely neighbor*, food pantry, food pantries, pantry, food bank*, shelter, shelters, homeless*, social work*, social service*, case manage*, case aide*, senior center*, seniors, senior citizen*, visually impaired, elder*, older adult*, homebound, friendly visit*, friendly visiting, meals on wheels, deliver meals, food delivery, food stamp*, food distribution, distribute food, food drive, toy drive, coat drive, clothing drive, refugee*, immigrant*, poverty, foster care, foster child*, disabilit*, blind, low income, clothing bank, clothing closet, helping neighbors, hunger, hungry, needy, benefits screen*, orphan*, day of service, service day, community outreach, community service, veterans home, lgbt*, lesbian, domestic worker*, dress for success, ancianos, adultos mayores, despensa, refugio, personas sin hogar, trabajo social, discapacidad*, inmigrante*, banco de alimentos, ~outreach, ~famil*, ~clients, ~in need, ~aging, ~aged, ~community center, ~companion*, ~senior, ~charity, ~visits, ~advocate*",
  "040204":
    "clinic front desk, hospital front desk, medical records, health information, medical billing, medical office, patient registration, health data, public health data, health insurance enroll*, hospital office, expedientes medicos, ~medical coding, ~patient transport",
  "040205":
    "cosmetolog*, hair styl*, barber*, nail tech*, manicur*, esthetic*, salon, spa, home health aide*, personal care, caregiver*, belleza, peluquer*, cuidador*, ~makeup, ~grooming, ~personal shop*, ~stylist*",
  "040206":
    "x ray*, xray*, imaging, nurse, nurses, nursing, cna, hospital*, clinic*, patient*, doctor*, physician*, dental, dentist*, pharmac*, physical therap*, medical, blood drive, blood donor*, donate blood, veterinary tech*, hospice, health fair, health screen*, health educat*, nutrition*, hiv, aids, cancer, diabetes, hemophilia, leukemia, lymphoma, breast cancer, heart disease, wellness, first aid clinic, radiolog*, sports medicine, rehabilitation, healthcare, health care, public health, alzheimer*, dementia, enfermer*, clinica*, salud, medic*, pacient*, sangre, ~health*, ~disease, ~stroke, ~organ donor*",
  // Public Service & Safety
  "040301":
    "fire cadet*, fire crew, firehouse, rescue, 911 dispatch*, dispatcher*, emergenc*, disaster*, firefight*, fire department, fire station, ems, emt, ambulance, paramedic*, red cross, hurricane*, evacuat*, search and rescue, cpr, preparedness, cert, bomber*, emergencia*, desastre*, ~rescue, ~flood*, ~relief, ~irene, ~first responder*",
  "040302":
    "legal, law firm, lawyer*, attorney*, court*, paralegal*, judge*, mediat*, justice*, mock trial, human rights, civil rights, public defender, pro bono, immigration law, abogad*, juzgado, tribunal*, derechos humanos, ~rights, ~law, ~advocacy, ~jury",
  "040303":
    "city hall, city council, mayor*, county clerk, county board, government, public works, election*, poll worker*, voter*, voting, census, civic*, community board, public policy, legislat*, congress*, senator, campaign volunteer*, petition*, city planning, nonprofit board, neighborhood association, ayuntamiento, alcald*, gobierno, elecciones, votante*, municipal*, ~city agency, ~canvass*, ~policy, ~public hearing*, ~ombudsman",
  "040304":
    "military, army, navy, air force, marine corps, jrotc, rotc, national guard, troops, veterans, cyber defense, militar, ejercito, ~veteran",
  "040305":
    "police, sheriff, correctional, probation officer, juvenile justice, crime*, security guard*, crossing guard*, neighborhood watch, 911, policia*, ~safety patrol, ~public safety, ~security, ~traffic safety",
  // Agriculture
  "050101":
    "cattle sale, market seller, farm stand, farmers market, farmers markets, farmer s market, greenmarket, agribusiness, farm manage*, csa, 4 h, ffa, mercado agricola, agronegocio*, ~market stand",
  "050102":
    "precision agriculture, hydroponic*, aquaponic*, vertical farm*, tractor*, irrigation, farm equipment, hidroponia",
  "050103":
    "goat*, sheep, raptor*, hawk*, chickens, beehive*, bees, animal*, dog*, cat, cats, kitten*, pupp*, horse*, equine, pet, pets, veterinar*, zoo, zoos, aquarium, livestock, cattle, dairy, poultry, stable, stables, 4h, wildlife rehab*, aspca, humane society, perro*, gato*, caballo*, mascota*, ganado, zoologico, ~shearing, ~farm animals, ~wildlife, ~birdhouse*",
  "050104":
    "cheesemak*, juice, winery, cannery, jam making, food science, food safety, food processing, butcher*, meat cutting, brewing, cheese, canning, test kitchen, carnicer*, ~food lab",
  "050105":
    "vineyard*, orchard*, fruit trees, garden*, gardening, greenhouse*, plant, plants, planting, horticultur*, landscap*, botanic*, nursery plants, weed, weeding, mulch*, compost*, urban farm*, farm, farms, farming, farmer*, bulbs, daffodil*, soil, crop*, seedling*, lawn*, jardin*, invernadero*, vivero, plantas, sembrar, huert*, granja, cultiv*, ~flowers, ~harvest*, ~seed*",
  "050106":
    "lake, water testing, test the water, fish hatchery, fisher*, aquacultur*, watershed*, water quality, stormwater, wastewater, river monitor*, oyster*, estuary, wetland*, cuenca, calidad del agua, ~river, ~creek, ~fishing",
  // Energy & Natural Resources
  "050201":
    "solar, wind turbine*, wind energy, renewable*, clean energy, biofuel*, electric vehicle*, energy audit*, weatheriz*, energy efficien*, energia solar, energia limpia, ~green building, ~cool roof*, ~energy",
  "050202":
    "conservation, conservan*, trail*, park clean*, park steward*, park restor*, forest*, tree, trees, street tree*, tree care, invasive*, park ranger*, nature center, nature preserve, prairie, natural area*, ecological restor*, habitat restor*, woods, woodland*, plant trees, beautif*, beautification, clean up the park, parks department, park clean up, park cleanup, bosque*, sendero*, arbol*, parque*, conservacion, naturaleza, ~outdoor*, ~rake, ~raking, ~nature, ~restoration, ~playground*, ~stewardship, ~park, ~parks, ~clean up, ~cleanup",
  "050203":
    "ecolog*, field research, field biolog*, bird count*, citizen science, biodivers*, species survey*, climate research, geolog*, meteorolog*, naturalist*, ~marine biology, ~science, ~climate",
  "050204":
    "limpieza y conteo, basura, limpieza del rio, recycl*, environmental*, beach clean*, beach sweep*, shoreline clean*, river clean*, clean up the river, litter*, pollution, sustainab*, zero waste, air quality, climate action, climate change, earth day, green up, e waste, electronic waste, hazardous waste, toxic*, graffiti, reciclaje, reciclar, medio ambiente, ambiental*, limpieza de playa*, sostenib*, ~waste, ~environment, ~green, ~trash, ~coastal, ~street clean*, ~global warming",
  "050205": "mining, mine, quarry, oil and gas, drilling, petroleum, geotechnical, mineria, cantera",
  "050206":
    "control room, substation*, power grid, power plant, power line*, lineworker*, lineman, utility company, utilities, water treatment, electric cooperative, gas company, water department, lineas electricas",
  // Digital Technology
  "060101":
    "train a model, teach a computer, data science, data analy*, data analyst*, machine learning, artificial intelligence, statistic*, data visual*, tableau, python, sql, analisis de datos, inteligencia artificial, ~data, ~analytics, ~gis, ~mapping",
  "060102":
    "it support, it assistant*, it intern*, it volunteer*, it specialist*, help desk, tech support, computer repair, computer lab, computer help, technology support, computer technician*, refurbish*, chromebook*, device repair, computer skills, digital literacy, tech tutor*, soporte tecnico, computador*, computacion, ~computer*, ~technology, ~information technology, ~tech",
  "060103":
    "network technic*, it crew, network up, servers, cybersecurity, cyber, network admin*, network technician*, routers, information security, cisco, ciberseguridad, redes informaticas, ~network cable*",
  "060104":
    "software*, programmer*, coding, app develop*, mobile app*, web app*, java, javascript, salesforce, crm, database*, hackathon, game develop*, code club, programacion, programador*, ~code, ~apps",
  "060105": "drone*, unmanned, uncrewed, uav, remote pilot, dron, drones",
  "060106":
    "web design*, website*, web site*, webmaster*, web develop*, wordpress, html, seo, cloud computing, online platform, web page*, sitio web, pagina web, desarrollo web, ~web, ~online, ~internet",
  // Management & Entrepreneurship
  "060201":
    "digitiz*, old records, business analy*, records manage*, information manage*, knowledge manage*, data entry, filing, archive*, archiv*, records clerk, entrada de datos, archivo, ~spreadsheet*, ~excel, ~records",
  "060202":
    "entrepreneur*, small business*, startup*, business plan*, social enterprise, shop owner, pitch competition*, emprend*, negocio*, pequeno negocio, ~business owner*, ~franchise, ~business",
  "060203":
    "office assistant*, envelope*, mailing*, office manage*, administrat*, admin assistant*, receptionist*, clerical, human resources, hr, volunteer coordinat*, volunteer manage*, volunteer recruit*, program manage*, program assistant*, program coordinat*, executive assistant*, board member*, board of directors, board development, board recruit*, strategic plan*, operations, office help*, office support, office volunteer*, front desk, general office, management consult*, org* development, team leader*, grant writ*, grantwrit*, grant research*, grant writer*, grants, crowdfund*, fundraising plan*, fundraising, development associate*, donor*, development intern*, oficina, recepcionista*, recursos humanos, administracion, liderazgo, ~leadership, ~office, ~coordinat*, ~manager*, ~strategy, ~greeter*, ~recruit*, ~phone*, ~sponsor*",
  "060204": "project manage*, project plan*, project coordinat*, event manage*, gestion de proyectos, ~project lead*",
  "060205": "compliance, regulat*, inspector*, code enforcement, licens*, permit*, cumplimiento, regulacion*",
  // Marketing & Sales
  "060301":
    "market research*, survey*, focus group*, consumer research, poll, polling, questionnaire*, investigacion de mercado, encuesta*, ~interview*, ~evaluation, ~analysis, ~research*",
  "060302":
    "marketing, advertising, advertisement*, social media, public relations, pr, publicity, publicist*, brand*, communications, messaging, street team, promotion*, email campaign*, campaign design, outreach materials, media relations, press kit, copywrit*, search engine, mercadotecnia, publicidad, redes sociales, relaciones publicas, ~promot*, ~flyer*, ~awareness, ~campaign*, ~press, ~spread the word, ~facebook, ~twitter",
  "060303":
    "retail, cashier*, store, thrift shop*, thrift store*, customer service, merchandis*, gift shop, bookstore, shop assistant*, sales associate*, grocer*, supermarket*, tienda*, cajer*, atencion al cliente, ~shop, ~customers, ~boutique",
  "060304":
    "sales, sell, selling, sales team, sales represent*, business development, account executive*, ventas, vender, vendedor*, ~corporate partner*, ~major gift*",
};
