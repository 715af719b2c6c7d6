/**
 * What else a reader's words are called, for every search engine: `English words | Spanish words > narrower words`. Words
 * before the `>` find each other; they also find the narrower ones, which do not find them. Accents are written; any
 * number and gender of a word is meant. A phrase is matched as a phrase.
 */
export const SYNONYMS = `
volunteer, volunteering, volunteerism | voluntario, voluntariado
community service, service learning, service hours | servicio comunitario, aprendizaje servicio > volunteer, volunteering
internship, intern | pasantía, pasante, prácticas, practicante, becario
paid, wages, stipend | pagado, remunerado, sueldo, salario
part time, part-time | medio tiempo, tiempo parcial > after school
job, work, employment, occupation | trabajo, empleo > internship, apprenticeship
apprentice, apprenticeship, trainee | aprendiz, aprendizaje
job shadow, shadowing, shadow | observación laboral, acompañar en el trabajo
mentor, mentorship, mentoring | mentor, mentoría, tutelaje
training, workshop, course, class | capacitación, taller, curso, clase, entrenamiento, formación
certificate, certification, license | certificado, certificación, licencia
career, profession, vocation | carrera, profesión
summer | verano > summer camp
fall, autumn | otoño
winter | invierno
spring, springtime | primavera
weekend | fin de semana > saturday, sunday
monday | lunes
tuesday | martes
wednesday | miércoles
thursday | jueves
friday | viernes
saturday | sábado
sunday | domingo
evening, night | noche, nocturno
morning | mañana
remote, virtual, online, from home | remoto, virtual, en línea, a distancia, desde casa
outdoors, outdoor, outside, outdoorsy | al aire libre, afuera > park, trail, hiking, garden
event, special event | evento > festival, gala, fair, parade
event planner, party planning, event planning, event coordinator | organizador de eventos, planificación de eventos > event
fair, expo, carnival | feria, carnaval
festival, celebration, party, fest | fiesta, festival, celebración
help, aid, assist, assistance, support | ayuda, ayudar, apoyo, apoyar, asistencia
assistant, helper, aide, aid | asistente, ayudante, auxiliar
opportunity, opening, chance | oportunidad
project, task, assignment | proyecto
program, programme | programa
plan, planning, strategy, planner | plan, planificación, planeación, estrategia
coordinator, organizer, coordinate | coordinador, organizador
leader, leadership, lead | líder, liderazgo, dirigente
manager, boss, supervisor, director, management | gerente, jefe, supervisor, director, encargado, administrador
team, crew, squad, staff | equipo, cuadrilla, personal
organization, nonprofit, agency, charity | organización, sin fines de lucro, agencia, caridad
company, business, firm, corporate | empresa, negocio, compañía
small business, entrepreneur, entrepreneurship, startup, start-up | emprendedor, emprendimiento, pequeño negocio > business
center, centre | centro
meeting, conference, committee, council | reunión, conferencia, junta, comité, consejo
welcome, greeter, front desk, receptionist, reception | bienvenida, recepción, recepcionista > front desk, welcome desk
office, clerical, administrative, secretary, secretarial, admin, paperwork | oficina, administrativo, secretaria, papeleo > filing, data entry, office assistant
data entry, typing, typist | captura de datos, mecanografía
filing, records, archive | archivo, expedientes
human resources, hr, recruiting, recruiter, recruitment, hiring | recursos humanos, reclutamiento, contratación
outreach, community outreach, canvassing | alcance comunitario, difusión
fundraising, fundraiser, donations, raise money | recaudación de fondos, recaudar fondos, donaciones > grant, gala, fund
grant, grants, grant writer | subvención, beca
marketing, advertising, promotion, publicity, ads | mercadotecnia, mercadeo, publicidad, promoción
public relations, pr | relaciones públicas > press release, publicity, press
communications, communication | comunicación, comunicaciones
social media, social networks, instagram, tiktok, facebook | redes sociales, medios sociales
campaign | campaña
sales, selling, sell, salesperson, salesman | ventas, vender, vendedor > retail
retail, store, shop, cashier, store clerk | tienda, comercio, cajero, menudeo, dependiente > thrift shop, sales associate
market, marketplace, farmers market | mercado
customer service, customer, client | atención al cliente, servicio al cliente, cliente
accounting, accountant, bookkeeping, bookkeeper | contabilidad, contador, contable > tax, finance
tax, taxes, tax preparation | impuestos
budget, budgeting | presupuesto
finance, financial, money, investing, investment | finanzas, financiero, dinero, inversión > bank, budget, accounting, credit union
bank, banking, banker, credit union, teller | banco, banca, banquero, cajero bancario, cooperativa de crédito
insurance, insurer | seguro, aseguradora
real estate, realtor, property | bienes raíces, inmobiliario
law, lawyer, attorney, legal, paralegal | abogado, ley, leyes, legal, derecho
court, courthouse, judge, courtroom, judicial | tribunal, corte, juez, juzgado, judicial
police, cop, law enforcement, police officer | policía, agente de policía
security, security guard, bodyguard | seguridad, guardia, vigilante
firefighter, fire department, firefighting, fire fighter, fire station | bombero, bomberos > fire
emergency, disaster, emergency preparedness, first responder | emergencia, desastre > hurricane, storm, first aid, rescue, paramedic, preparedness
emt, emergency medical technician, paramedic, ambulance, emergency medical, emergency medicine | paramédico, ambulancia, técnico de emergencias > first aid, emergency
first aid, cpr | primeros auxilios, rcp
rescue, rescuer | rescate
hurricane | huracán > storm
storm, storms | tormenta
military, army, navy, soldier | militar, ejército, marina, soldado > veterans, rotc
veteran, veterans | veterano
government, civic, city hall, public service | gobierno, cívico, ayuntamiento, alcaldía, servicio público > council, governor, citizenship
politics, political, election, vote, voting | política, elección, votar, elecciones > campaign, advocacy, government, council
advocacy, activism, advocate, activist | activismo, defensoría, abogacía
citizenship, citizen, immigrant, immigration, refugee | ciudadanía, ciudadano, inmigrante, inmigración, refugiado
community, neighborhood, local, neighbor | comunidad, vecindario, barrio, vecino, comunitario
social work, social worker, social services, human services | trabajo social, trabajador social, servicios sociales
homeless, homelessness, shelter, unhoused | sin hogar, desamparado, indigente, albergue, personas sin hogar
housing, apartment | vivienda
violence, abuse | violencia, abuso
counseling, counselor, counsellor, counselling | consejero, consejería, orientador
mental health, psychology, psychologist, therapist, therapy, psychiatry, shrink | salud mental, psicología, psicólogo, terapia, terapeuta > counselor, crisis, hotline
health, healthcare, medical, medicine | salud, médico, medicina, sanitario > hospital, clinic, nurse, patients
doctor, physician, surgeon, med school | doctor, médico, cirujano > hospital, clinic, patients, health
nurse, nursing, cna, nursing assistant, rn, lpn, nurse aide, caregiver | enfermero, enfermería, auxiliar de enfermería > hospital, hospice
hospital, clinic, medical center | hospital, clínica
patient, patients | paciente
dentist, dental, teeth | dentista, dental, dientes
pharmacy, pharmacist, drugstore | farmacia, farmacéutico
physical therapy, physical therapist, physio, physiotherapy | fisioterapia, terapia física, fisioterapeuta
x-ray, radiology, radiologist | radiografía, rayos x, radiología
cancer, oncology | cáncer, oncología
nutrition, dietitian, nutritionist, healthy eating | nutrición, nutriólogo, alimentación sana
healthy, wellness | saludable, sano, bienestar > health
seniors, senior, senior citizens, elderly, older adults, old people, nursing home, aging, elders | adultos mayores, personas mayores, ancianos, tercera edad, asilo, jubilados > retired, homebound
disability, disabled, special needs, accessibility | discapacidad, discapacitado, necesidades especiales
hair, hairdresser, barber, salon, beauty, cosmetology | peluquero, barbero, salón de belleza, cosmetología, estética
vet, veterinarian, veterinary, animal doctor, animal hospital, vet tech, vet clinic | veterinario, veterinaria > animal care, animal clinic, animal shelter, animals
animal, animals, pet, pets | animal, mascota > dog, cat, horse, zoo, wildlife, birds, aquarium, veterinary, animal shelter
dog, dogs, puppy, puppies, canine | perro, cachorro > animal shelter
cat, cats, kitten | gato, gatito > animal shelter
horse, equestrian, pony | caballo, ecuestre
bird, birds | pájaro, ave, aves
bees, beekeeping, beekeeper, honey | abejas, apicultura, miel
zoo, zookeeper, aquarium | zoológico, acuario > wildlife, animals
fish, fishing, fishery | pez, peces, pesca
wildlife, wild animals | vida silvestre, fauna > animals, birds, conservation
farm, farming, farmer, agriculture, farmhand, agricultural, ranch | granja, agricultura, agricultor, agrícola, rancho, campo > crops, cows, harvest, livestock, orchard
garden, gardening, gardener, yard work, landscaping, landscaper | jardín, jardinería, jardinero, huerto, huerta > planting, plants, greenhouse, community garden
plant, planting, flower, flowers | planta, plantar, flor, flores
tree, trees, forest, forestry, woods, arborist | árbol, árboles, bosque, forestal
harvest, crop, crops | cosecha, cultivo
park, parks | parque
trail, trails, hiking, hike | sendero, caminata, senderismo, excursión
walk, walking, walker | caminata, caminar
river, stream, creek | río, arroyo
beach, ocean, sea, marine | playa, océano, mar, marino
water, waterway | agua
environment, environmental, environmentalist, ecology, nature, conservation | medio ambiente, ambiental, ecología, naturaleza, conservación > recycling, green, park, trees
recycling, recycle, compost, composting | reciclaje, reciclar, composta > trash, waste
clean, cleanup, clean-up, cleaning, janitor, custodian, housekeeping | limpieza, limpiar, conserje
trash, garbage, litter, waste | basura, residuos
climate, global warming, sustainability, sustainable | clima, cambio climático, sostenible, sustentable > energy, environment, green
energy, power, electricity | energía, electricidad > solar, wind
solar, solar panels, solar energy | solar, paneles solares, energía solar
earth, planet | tierra, planeta
weather, meteorology | tiempo, meteorología
science, scientist, stem, scientific | ciencia, científico > laboratory, engineering, biology, chemistry, physics
lab, laboratory | laboratorio
biology, biologist, life science | biología, biólogo > nature, animals, plants, science
chemistry, chemist | química, químico > laboratory, science
physics, physicist | física, físico > science
astronomy, space, stars, telescope | astronomía, espacio, estrellas
research, researcher, survey, study | investigación, investigador, estudio, encuesta
math, maths, mathematics, algebra, geometry, calculus | matemáticas, álgebra, geometría, cálculo
statistics, data, analytics, data science, data analysis | estadística, datos, ciencia de datos, análisis de datos
engineering, engineer | ingeniería, ingeniero
robotics, robot, robots | robótica, robot
technology, tech, information technology, it support, tech support, help desk | tecnología, informática, soporte técnico > computer
computer, computers, pc, laptop, computing | computadora, computador, ordenador, computación
coding, code, coder, programming, programmer, software, software developer, app development | programación, programador, código, desarrollo de software, aplicaciones > web site, website
web, website, web site, web designer, web developer, web dev, web design, webmaster | sitio web, página web, web, diseño web
cybersecurity, cyber, hacking, cyber security | ciberseguridad > computer network
artificial intelligence, ai, machine learning | inteligencia artificial, ia
video games, gaming, game design, esports | videojuegos
games, game, play | juegos, juego, jugar
electronics, circuits, gadgets | electrónica, circuitos > soldering, computer, robotics
electrician, electrical, wiring | electricista, eléctrico > electronics
plumber, plumbing | plomero, plomería, fontanero
welding, welder, weld | soldadura, soldador, soldar
carpentry, carpenter, woodworking, woodshop, woodwork, cabinet maker | carpintería, carpintero > wood shop
construction, builder, building, contractor, construction worker, trades, build | construcción, constructor, albañil, obra, construir > carpentry, home repair, renovation
building, edifice | edificio
architecture, architect, blueprint | arquitectura, arquitecto
repair, fix, fixing, mend, maintenance, handyman | reparación, reparar, arreglar, mantenimiento
tools, tool | herramientas
mechanic, mechanics, auto mechanic, auto repair, car repair, automotive, fixing cars, auto shop | mecánico, mecánica, taller mecánico, autos > bike repair
bike, bikes, bicycle, bicycling, cycling, biking | bicicleta, bici, ciclismo
manufacturing, factory, machinist, machine shop | manufactura, fábrica, tornero > shop floor
warehouse, stockroom, forklift, logistics, shipping | almacén, bodega, logística, envíos
packing, sorting, sort | empacar, clasificar
moving, movers, lifting, manual labor | mudanza, cargar
driver, driving, chauffeur, drive, drivers | chofer, conductor, conducir, manejar > delivery
truck, trucking, trucker, truck driver | camión, camionero, tráiler > driver
delivery, deliver, courier | entrega, entregar, reparto, mensajero
transportation, transit, transport, bus | transporte, autobús
aviation, pilot, aircraft, airplane, airport, flight, planes | aviación, piloto, avión, aeropuerto, vuelo
drone, drones | dron, drones
boat, boats, ship, sailing | barco, bote, navegación
train, railroad, railway | tren, ferrocarril
street, road | calle
bridge, bridges | puente
kitchen, cook, cooking, chef, culinary, restaurant cook | cocina, cocinar, cocinero, chef, culinario
baking, baker, bakery, pastry | panadería, panadero, hornear, repostería, pastelería > kitchen
restaurant, waiter, waitress, server, busser, dishwasher | restaurante, mesero, camarero > cafe, kitchen, food service
coffee, cafe, barista, coffee shop | café, cafetería, barista
food, meals, meal, lunch, dinner, catering | comida, alimentos, almuerzo, cena
food pantry, food bank, pantry, soup kitchen, feed the hungry | banco de alimentos, despensa, comedor comunitario, comedor de beneficencia
hotel, hospitality, lodging | hotel, hotelería, alojamiento
tourism, tour, tour guide, travel, tourist | turismo, guía de turistas, viaje, turista > visitor
child care, childcare, babysitting, babysitter, nanny, daycare, day care, preschool | cuidado de niños, guardería, niñera, cuidar niños, preescolar > children, kids, early childhood
children, child, kids, kid, youngsters | niño, niños, infantil, chicos
baby, infant, toddler | bebé, infante
girls, girl | niñas, muchachas, chicas
boys, boy | muchachos, niños varones
youth, young people, teens, teen, teenagers, adolescents, young | jóvenes, adolescentes, juventud, juvenil
adult, adults, grownup, grown-up | adultos
women, woman, female, ladies | mujeres, mujer
men, man, male | hombres, hombre
person, people | persona, gente
parent, parents, mother, father | padres, madre, padre, mamá, papá
family, families | familia
friend, friends, friendship | amigo, amistad
student, students, pupil | estudiante, alumno
teacher, teach, teaching, instructor, educator, instruct | maestro, profesor, docente, enseñar, enseñanza, instructor
teaching assistant, teacher aide, paraprofessional, classroom assistant | asistente de maestro, auxiliar docente > classroom, teacher
tutor, tutoring, homework help, tutored | tutor, tutoría, ayuda con la tarea
homework, schoolwork | tarea, tareas
school, schools | escuela, colegio, escolar
classroom, classrooms, schoolroom | salón de clases, aula
college, university, higher education | universidad, colegio universitario
education, educational, learning | educación, educativo
learn, learning | aprender
coach, coaching, trainer | entrenador, entrenar
camp, summer camp, camp counselor, day camp | campamento, consejero de campamento
library, librarian, libraries | biblioteca, bibliotecario
reading, read, literacy, books, book | lectura, leer, alfabetización, libro
writing, writer, write, author, copywriting, copywriter | escribir, escritor, redacción, redactor, autor
editing, editor, proofreading | edición, editor, editar
newsletter, bulletin | boletín
news, newspaper, journalism, journalist, reporter, press | noticias, periódico, periodismo, periodista, prensa > newsletter, writer
blog, blogger, blogging | blog, bloguero > writer, social media
story, stories, storytelling | cuento, historia, narración
history, historical, historian | historia, histórico, historiador
poetry, poem, poet | poesía, poema, poeta
english, esl, ell, english language, english as a second language | inglés
spanish | español
french | francés
chinese, mandarin | chino
russian | ruso
language, languages, conversation | idioma, lengua, conversación
translator, interpreter, translation, bilingual, interpreting | traductor, intérprete, traducción, bilingüe
art, arts, artist, visual arts, fine arts | arte, artista, artístico, bellas artes > gallery, museum, mural, painting
painting, paint, painter | pintura, pintar, pintor > mural
drawing, draw, illustration, illustrator, sketching | dibujo, dibujar, ilustración
sculpture, sculpting, sculptor, ceramics, pottery | escultura, escultor, cerámica, alfarería
crafts, craft, handmade | manualidades, artesanía
graphic design, graphic designer, graphics | diseño gráfico, diseñador gráfico > design
design, designer, designing | diseño, diseñador, diseñar
fashion, fashion design, fashion designer, sewing, clothing design, tailor | moda, costura, coser, diseñador de moda, sastre > costume, textile, clothing
clothing, clothes | ropa
costume, costumes | disfraz, disfraces, vestuario
photography, photographer, photos, photo, camera | fotografía, fotógrafo, foto, cámara
film, movie, movies, cinema, filmmaking, filmmaker, videographer, motion picture | cine, película, cineasta > video
video, video production, video editing | video, vídeo
media, broadcast, broadcasting, television, tv | medios, televisión
radio, podcast, dj | radio, podcast, locutor > music
audio, sound, recording | sonido, audio, grabación
music, musician, musical, band, concert | música, músico, banda, concierto > piano, guitar, choir, singing
singing, singer, choir, chorus, sing | canto, cantar, cantante, coro > music
dance, dancing, dancer, ballet | baile, bailar, danza, bailarín > zumba
theater, theatre, acting, actor, actress, drama, stage | teatro, actuación, actor, actriz, drama, escenario > performing arts
museum, museums | museo > gallery, exhibit
gallery, exhibit, exhibition | galería, exposición
sports, sport, athletics, athlete, phys ed, physical education | deportes, atletismo, atleta, educación física > soccer, basketball, baseball, softball, swimming, tennis, football, coach, fitness, recreation
soccer, futsal | fútbol
football, flag football | fútbol americano
basketball | baloncesto, básquetbol
baseball, softball | béisbol, softbol
swimming, swim, lifeguard, pool | natación, nadar, salvavidas, alberca, piscina > aquatics
skating, skate, ice skating | patinaje, patinar
ice | hielo
bowling | boliche, bolos
running, run, jogging, marathon, race, 5k | correr, maratón, carrera
fitness, exercise, gym, workout, working out, aerobics | ejercicio, gimnasio, aeróbicos, acondicionamiento físico > yoga, zumba
recreation, leisure | recreación, ocio
translator, captioning | traductor
skills, ability | habilidades, destrezas
welcome, greeting | bienvenida
home, house, houses | casa, hogar
city, town, urban | ciudad, pueblo, urbano
public | público
professional, professionals | profesional
american | americano, estadounidense
`;
