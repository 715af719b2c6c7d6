import { z } from "zod";
import { PAY, SETTINGS } from "../opportunities/choices.ts";
import { KIND_CODES } from "../opportunities/kinds.ts";
import { DATE_ORDERS } from "./dates.ts";
import { FIELDS, type Field } from "./fields.ts";
import { normalizeWords } from "./text-values.ts";

/**
 * Which column of a file feeds which field of an opportunity, and what holds where the file says nothing. A district
 * keeps a mapping under the list's name to read the next file of the same list with it.
 */
const column = z.string().min(1).max(210);
export const ImportMapping = z.strictObject({
  columns: z.partialRecord(z.enum(FIELDS), column),
  defaults: z
    .strictObject({
      kind: z.enum(KIND_CODES).default("ServiceLearning"),
      pay: z.enum(PAY).nullable().default(null),
      setting: z.enum(SETTINGS).nullable().default(null),
      /** Settles "4/1/2027" in columns whose own values don't. */
      dateOrder: z.enum(DATE_ORDERS).nullable().default(null),
    })
    .default({ kind: "ServiceLearning", pay: null, setting: null, dateOrder: null }),
});
export type ImportMapping = z.infer<typeof ImportMapping>;

/** Headers as people write them, without case, accents and punctuation; the likeliest first. */
const HEADERS: Record<Field, string> = {
  externalId: "external id,opportunity id,listing id,posting id,record id,reference,id,identificador",
  title: "title,opportunity title,opportunity name,opportunity,position title,position,role,name,titulo,puesto,nombre",
  organization:
    "organization,organization name,org title,org name,organisation,partner,partner name,company,company name,employer," +
    "business,business name,agency,host,organizacion,nombre de la organizacion,empresa,socio",
  summary: "summary,short description,blurb,resumen,descripcion corta",
  description: "description,full description,long description,details,about,descripcion,detalles",
  tasks: "tasks,duties,responsibilities,what students do,tareas,responsabilidades",
  requirements: "requirements,qualifications,prerequisites,requisitos",
  category: "category,category desc,category name,industry,sector,field,career cluster,cluster,categoria,industria",
  skills: "skills,skills learned,habilidades,destrezas",
  kind: "kind,type,opportunity type,type of opportunity,experience type,wbl type,tipo,tipo de oportunidad",
  pay: "pay,paid,paid unpaid,compensation,wage,pay rate,salary,stipend,pago,pagado,salario",
  setting: "setting,work setting,format,modality,remote,in person or remote,modalidad,formato",
  places:
    "places,openings,spots,slots,positions,number of positions,number of students,capacity,vol requests," +
    "volunteers needed,lugares,cupos,plazas,vacantes",
  startsOn: "starts on,start date,starts,start,begins,begin date,start date date,fecha de inicio,inicio,empieza",
  endsOn: "ends on,end date,ends,end,finish date,end date date,fecha de fin,fin,termina",
  closesOn: "closes on,deadline,application deadline,apply by,closing date,closes,close date,fecha limite,cierre",
  schedule: "schedule,days and times,times,time,when,hours of work,horario,dias y horas",
  hoursPerWeek: "hours per week,hours a week,weekly hours,hrs week,horas por semana,horas semanales",
  ages: "ages,age,age range,minimum age,min age,age requirement,edad,edades,edad minima",
  grades: "grades,grade,grade level,grade levels,grade range,grado,grados",
  location: "location,full address,locality,location 1,geocoded location,ubicacion,lugar",
  street: "street,street address,address,address 1,address line 1,direccion,calle",
  city: "city,town,ciudad",
  state: "state,st,region,province,estado",
  zip: "zip,zip code,zipcode,postcode,postal code,codigo postal",
  latitude: "latitude,lat,latitud",
  longitude: "longitude,lng,long,lon,longitud",
  howToAsk: "how to ask,how to apply,application instructions,como solicitar,como pedir",
  link: "link,url,website,web page,web site,application link,enlace,sitio web",
  contactName: "contact name,contact,contact person,supervisor,contacto,nombre de contacto",
  contactEmail: "contact email,email,e mail,email address,correo,correo electronico",
  contactPhone: "contact phone,phone,phone number,telephone,contact number,telefono",
};

/** The mapping the headers themselves suggest; each column is used once. */
export function guessMapping(columns: readonly string[]): ImportMapping {
  const free = new Map(columns.map((name) => [normalizeWords(name), name]));
  const guessed: ImportMapping["columns"] = {};
  for (const field of FIELDS) {
    const header = HEADERS[field].split(",").find((synonym) => free.has(synonym));
    if (header === undefined) continue;
    guessed[field] = free.get(header);
    free.delete(header);
  }
  return { ...ImportMapping.parse({ columns: {} }), columns: guessed };
}

/** A saved mapping for this file: columns the file doesn't have are left out. */
export function fitMapping(mapping: ImportMapping, columns: readonly string[]): ImportMapping {
  const fitting = FIELDS.flatMap((field) => {
    const name = mapping.columns[field];
    return name !== undefined && columns.includes(name) ? [[field, name] as const] : [];
  });
  return { ...mapping, columns: Object.fromEntries(fitting) };
}
