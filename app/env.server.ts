import { z } from "zod";

const LOOPBACK = /^(localhost|.+\.localhost|127\.0\.0\.1|\[::1\])$/;
/** An empty variable counts as one that is not set, as in most shells' scripts. */
const optional = <T extends z.ZodType>(schema: T) => z.preprocess((value) => value || undefined, schema.optional());
const origin = z.url({ protocol: /^https?$/, message: "must be an address like https://list.example.org" });
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, message: "must start with postgres://" });
const MAIL_FROM = /^([^<>"\r\n@]+ <[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+)$/;
const key = z.string().min(16, "must have 16 characters or more");

const Variables = z.object({
  NODE_ENV: optional(z.enum(["production", "development", "test"])).transform((mode) => mode ?? "development"),
  PORT: optional(z.coerce.number().int().min(0).max(65_535)).transform((port) => port ?? 3000),
  HOST: optional(z.string()).transform((host) => host ?? "127.0.0.1"),
  ORIGIN: optional(origin),
  DATA_DIR: optional(z.string()).transform((dir) => dir ?? ".data"),
  DATABASE_URL: optional(postgresUrl),
  MEILI_URL: optional(z.url({ protocol: /^https?$/ })),
  MEILI_SEARCH_KEY: optional(key),
  MEILI_ADMIN_KEY: optional(key),
  APP_SECRET: optional(z.string().min(32, "must have 32 characters or more, chosen at random")),
  MAIL_FROM: optional(z.string().regex(MAIL_FROM, "must be like: Waypost <no-reply@list.example.org>")),
  RESEND_API_KEY: optional(key),
  RESEND_BASE_URL: optional(z.url({ protocol: /^https?$/ })),
  RESEND_PER_SECOND: optional(z.coerce.number().min(0.1).max(1000)).transform((rate) => rate ?? 2),
  RESEND_WEBHOOK_SECRET: optional(
    z.string().regex(/^whsec_[A-Za-z0-9+/=]{24,}$/, "must be the secret as Resend shows it"),
  ),
  SMTP_URL: optional(z.url({ protocol: /^smtps?$/, message: "must start with smtp:// or smtps://" })),
  PROXIES: optional(z.coerce.number().int().min(0).max(5)).transform((hops) => hops ?? 0),
  OIDC_ISSUERS: optional(z.string()).transform((list) => (list ?? "").split(/[\s,]+/).filter(Boolean)),
  LOG_LEVEL: optional(z.enum(["trace", "debug", "info", "warn", "error", "silent"])).transform((l) => l ?? "info"),
  WORKER: optional(z.enum(["inside", "off"])).transform((worker) => worker ?? "inside"),
  DEMO: optional(z.enum(["0", "1"])),
  PSEUDO_LOCALE: optional(z.enum(["on", "off"])),
});

/** How mail leaves: by a provider, by a mail server, or not at all, kept where a developer can look at it. */
export type MailRoute =
  | {
      by: "resend";
      apiKey: string;
      baseUrl: string | undefined;
      /** How many requests the account may make. */
      perSecond: number;
      webhookSecret: string | undefined;
    }
  | { by: "smtp"; url: string }
  | { by: "outbox" };

export interface Env {
  mode: "production" | "development" | "test";
  port: number;
  host: string;
  /** Public address without a path, when the site is reached by another one than the loopback's. */
  origin: string | undefined;
  dataDir: string;
  /** Undefined: the embedded Postgres of `dataDir`. */
  databaseUrl: string | undefined;
  meili: { url: string; searchKey: string; adminKey: string } | undefined;
  /** Undefined: one made at the first start and kept in `dataDir`. */
  secret: string | undefined;
  mail: {
    from: string;
    route: MailRoute;
    /** Whether mail that is kept instead of sent may be looked at here: by whoever sits at this machine, no one else. */
    outboxShown: boolean;
  };
  /** How many proxies of ours stand in front: whose word on the reader's address is believed. */
  proxies: number;
  /** OpenID Connect issuers that admins may choose besides the known ones: the server asks them at these addresses. */
  issuers: string[];
  logLevel: string;
  /** Whether jobs run in this process or in one of their own (`npm run worker`). */
  worker: "inside" | "off";
  /** Whether the seeded people, whose passwords are public, may sign in. */
  demo: boolean;
  /** Whether pages can be asked for in the language of tests. */
  pseudoLocale: boolean;
}

/** Thrown with every problem in one message, so that one look is enough to correct them all. */
export class EnvError extends Error {
  override name = "EnvError";
}

export function parseEnv(source: Record<string, string | undefined>): Env {
  const parsed = Variables.safeParse(source);
  if (!parsed.success) throw envError(parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`));
  const variables = parsed.data;
  const problems = contradictions(variables);
  if (problems.length > 0) throw envError(problems);
  const { MEILI_URL: url, MEILI_SEARCH_KEY: searchKey, MEILI_ADMIN_KEY: adminKey } = variables;
  return {
    mode: variables.NODE_ENV,
    port: variables.PORT,
    host: variables.HOST,
    origin: variables.ORIGIN && new URL(variables.ORIGIN).origin,
    dataDir: variables.DATA_DIR,
    databaseUrl: variables.DATABASE_URL,
    meili: url && searchKey && adminKey ? { url, searchKey, adminKey } : undefined,
    secret: variables.APP_SECRET,
    mail: {
      from: variables.MAIL_FROM ?? "Waypost <no-reply@localhost>",
      route: mailRoute(variables),
      outboxShown: mailRoute(variables).by === "outbox" && isOnOwnMachine(variables),
    },
    proxies: variables.PROXIES,
    issuers: variables.OIDC_ISSUERS,
    logLevel: variables.LOG_LEVEL,
    worker: variables.WORKER,
    demo: variables.DEMO ? variables.DEMO === "1" : isOnOwnMachine(variables),
    pseudoLocale: variables.PSEUDO_LOCALE === "on",
  };
}

type Parsed = z.output<typeof Variables>;

function mailRoute(variables: Parsed): MailRoute {
  const { RESEND_API_KEY: apiKey, RESEND_BASE_URL: baseUrl, RESEND_WEBHOOK_SECRET: webhookSecret } = variables;
  if (apiKey) return { by: "resend", apiKey, baseUrl, perSecond: variables.RESEND_PER_SECOND, webhookSecret };
  return variables.SMTP_URL ? { by: "smtp", url: variables.SMTP_URL } : { by: "outbox" };
}

function contradictions(variables: Parsed): string[] {
  const problems: string[] = [];
  if (variables.MEILI_URL && !variables.MEILI_SEARCH_KEY)
    problems.push("MEILI_SEARCH_KEY: missing, needed with MEILI_URL");
  if (variables.MEILI_URL && !variables.MEILI_ADMIN_KEY)
    problems.push("MEILI_ADMIN_KEY: missing, needed with MEILI_URL");
  if (variables.MEILI_SEARCH_KEY && variables.MEILI_SEARCH_KEY === variables.MEILI_ADMIN_KEY)
    problems.push("MEILI_SEARCH_KEY: must not be the admin key");
  if (variables.ORIGIN && new URL(variables.ORIGIN).pathname !== "/") problems.push("ORIGIN: must have no path");
  if (variables.RESEND_API_KEY && variables.SMTP_URL) problems.push("SMTP_URL: must not be set with RESEND_API_KEY");
  if ((variables.RESEND_API_KEY || variables.SMTP_URL) && !variables.MAIL_FROM)
    problems.push("MAIL_FROM: missing, needed to send mail");
  for (const issuer of variables.OIDC_ISSUERS)
    if (!isIssuer(issuer, variables))
      problems.push(`OIDC_ISSUERS: ${issuer} must be an address like https://id.example.org`);
  if (variables.NODE_ENV !== "production" || !variables.DATABASE_URL) return problems;
  if (!isLocal(variables)) problems.push(...missingOnAPublicSite(variables));
  if (!variables.ORIGIN)
    problems.push("ORIGIN: missing, needed in production with DATABASE_URL (the site's public https address)");
  else if (!variables.ORIGIN.startsWith("https://") && !isLocal(variables))
    problems.push("ORIGIN: must start with https:// in production");
  if (variables.DEMO === "1" && !isLocal(variables))
    problems.push("DEMO: demo people have public passwords and cannot sign in on a public site; remove it");
  return problems;
}

/** Over https, or on this machine while nobody else is served. */
function isIssuer(issuer: string, variables: Parsed): boolean {
  if (!URL.canParse(issuer)) return false;
  const { protocol, hostname, search, hash } = new URL(issuer);
  if (search || hash) return false;
  return protocol === "https:" || (protocol === "http:" && LOOPBACK.test(hostname) && isLocal(variables));
}

function missingOnAPublicSite(variables: Parsed): string[] {
  const problems: string[] = [];
  if (!variables.APP_SECRET) problems.push("APP_SECRET: missing, needed in production (openssl rand -base64 32)");
  if (!variables.RESEND_API_KEY && !variables.SMTP_URL)
    problems.push("RESEND_API_KEY: missing, needed in production to send mail (or SMTP_URL)");
  return problems;
}

const isLocal = ({ ORIGIN }: Parsed) => !ORIGIN || LOOPBACK.test(new URL(ORIGIN).hostname);

/** On a machine's own loopback only, unless someone develops. */
function isOnOwnMachine(variables: Parsed): boolean {
  if (variables.NODE_ENV !== "production") return true;
  return isLocal(variables) && LOOPBACK.test(variables.HOST);
}

const envError = (problems: string[]) =>
  new EnvError(`The environment is not right:\n${problems.map((problem) => `  ${problem}`).join("\n")}`);

let current: Env | undefined;

/** The process' environment, read once. */
export const env = (): Env => (current ??= parseEnv(process.env));
