/**
 * Facts of the published schema of HSDS 3.0, https://github.com/openreferral/specification, folder `schema`, commit
 * 279fd2eb: of each object its fields and their types, `!` where one is required. Fields that hold metadata, funding and
 * programs are left out: nothing here says them.
 */
const FACTS: Record<string, string> = {
  service: `id!uuid organization_id:uuid name!string alternate_name:string description:string url:uri email:email
    status!active|inactive|defunct|temporarily_closed interpretation_services:string application_process:string
    fees_description:string wait_time:string fees:string accreditations:string eligibility_description:string
    minimum_age:number maximum_age:number assured_date:string assurer_email:email licenses:string alert:string
    last_modified:date-time phones:[phone] schedules:[schedule] service_areas:[service_area]
    service_at_locations:[service_at_location] languages:[language] organization:{organization}
    cost_options:[cost_option] required_documents:[required_document] contacts:[contact] attributes:[attribute]`,
  organization: `id!uuid name!string alternate_name:string description!string email:email website:uri
    logo:string uri:uri contacts:[contact] phones:[phone] locations:[location] attributes:[attribute] services:[service]`,
  location: `id!uuid location_type!physical|postal|virtual url:uri organization_id:uuid name:string alternate_name:string
    description:string transportation:string latitude:number longitude:number languages:[language] addresses:[address]
    contacts:[contact] accessibility:[accessibility] phones:[phone] schedules:[schedule] attributes:[attribute]`,
  service_at_location: `id!uuid service_id:uuid location_id:uuid description:string contacts:[contact] phones:[phone]
    schedules:[schedule] location:{location} attributes:[attribute]`,
  address: `id!uuid location_id:uuid attention:string address_1!string address_2:string city!string region:string
    state_province!string postal_code!string country!string address_type!physical|postal|virtual`,
  schedule: `id!uuid service_id:uuid location_id:uuid service_at_location_id:uuid valid_from:string valid_to:string
    dtstart:string timezone:number until:string count:number wkst:MO|TU|WE|TH|FR|SA|SU freq:WEEKLY|MONTHLY
    interval:number byday:string byweekno:string bymonthday:string byyearday:string description:string opens_at:string
    closes_at:string schedule_link:uri attending_type:string notes:string`,
  phone: "id!uuid service_id:uuid organization_id:uuid number!string extension:number type:string description:string",
  contact: "id!uuid organization_id:uuid service_id:uuid name:string title:string department:string email:email",
  language: "id!uuid service_id:uuid location_id:uuid phone_id:uuid name:string code:string note:string",
  accessibility: "id!uuid location_id:uuid description:string details:string url:uri",
  service_area: "id!uuid service_id:uuid name:string description:string extent:string extent_type:string uri:string",
  cost_option: `id!uuid service_id:uuid valid_from:string valid_to:string option:string currency:string amount:number
    amount_description:string`,
  required_document: "id!uuid service_id:uuid document:string uri:uri",
  attribute: `id!uuid link_id:uuid taxonomy_term_id:uuid link_type:string link_entity!string value:string
    taxonomy_term:{taxonomy_term}`,
  taxonomy_term: `id!uuid code:string name!string description!string parent_id:uuid taxonomy:string
    taxonomy_detail:{taxonomy} language:string taxonomy_id:uuid term_uri:uri`,
  taxonomy: "id!uuid name!string description!string uri:uri version:string",
};

const FORMATS: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === "string",
  number: (value) => typeof value === "number" && Number.isFinite(value),
  uuid: (value) => typeof value === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value),
  email: (value) => typeof value === "string" && /^\S+@\S+$/.test(value),
  uri: (value) => typeof value === "string" && URL.canParse(value),
  "date-time": (value) => typeof value === "string" && !Number.isNaN(Date.parse(value)) && value.includes("T"),
};

/** What is wrong with an object by the schema, below it too: `service.name is missing`. */
export function hsdsFaults(object: unknown, kind: string, path = kind): string[] {
  if (typeof object !== "object" || object === null || Array.isArray(object)) return [`${path} is no object`];
  const fields = new Map(
    FACTS[kind]!.split(/\s+/).map((fact) => {
      const [, name = "", mark, type = ""] = /^([a-z_0-9]+)([:!])(.+)$/.exec(fact) ?? [];
      return [name, { isRequired: mark === "!", type }] as const;
    }),
  );
  const missing = [...fields].filter(([name, { isRequired }]) => isRequired && !(name in object));
  return [
    ...missing.map(([name]) => `${path}.${name} is missing`),
    ...Object.entries(object).flatMap(([name, value]) => {
      const field = fields.get(name);
      return field ? faultsOf(value, field.type, `${path}.${name}`) : [`${path}.${name} is not known`];
    }),
  ];
}

function faultsOf(value: unknown, type: string, path: string): string[] {
  const [, list, one] = /^(?:\[(\w+)\]|\{(\w+)\})$/.exec(type) ?? [];
  if (one) return hsdsFaults(value, one, path);
  if (list)
    return Array.isArray(value)
      ? value.flatMap((each, n) => hsdsFaults(each, list, `${path}[${n}]`))
      : [`${path} is no list`];
  const fits = FORMATS[type] ?? ((word: unknown) => type.replaceAll("_", " ").split("|").includes(String(word)));
  return fits(value) ? [] : [`${path} is ${JSON.stringify(value)}, not ${type}`];
}
