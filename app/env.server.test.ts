import { describe, expect, it } from "vitest";
import { parseEnv } from "./env.server.ts";

const LIVE = {
  NODE_ENV: "production",
  DATABASE_URL: "postgres://waypost@db/waypost",
  ORIGIN: "https://list.example.org",
  APP_SECRET: "f3J0m2Xk1qvV8r7yR5dW9nZb4tL6hCsA",
  RESEND_API_KEY: "re_0123456789abcdef",
  MAIL_FROM: "Waypost <no-reply@list.example.org>",
};
const KEY = "0123456789abcdef";

describe("the environment", () => {
  it("needs nothing on a developer's machine", () => {
    expect(parseEnv({})).toEqual({
      mode: "development",
      port: 3000,
      host: "127.0.0.1",
      origin: undefined,
      dataDir: ".data",
      databaseUrl: undefined,
      meili: undefined,
      secret: undefined,
      mail: { from: "Waypost <no-reply@localhost>", route: { by: "outbox" }, outboxShown: true },
      proxies: 0,
      issuers: [],
      logLevel: "info",
      worker: "inside",
      demo: true,
      pseudoLocale: false,
    });
  });

  it("does not start a public site that could not send mail or keep a secret", () => {
    for (const name of ["APP_SECRET", "RESEND_API_KEY", "MAIL_FROM"] as const)
      expect(() => parseEnv({ ...LIVE, [name]: undefined })).toThrow(new RegExp(`${name}: missing`));
    expect(() => parseEnv({ ...LIVE, APP_SECRET: "short" })).toThrow(/APP_SECRET: must have 32/);
    expect(() => parseEnv({ ...LIVE, MAIL_FROM: "a@b\r\nBcc: x@y" })).toThrow(/MAIL_FROM/);
    expect(parseEnv({ ...LIVE, RESEND_API_KEY: undefined, SMTP_URL: "smtps://u:p@mail.example" }).mail.route).toEqual({
      by: "smtp",
      url: "smtps://u:p@mail.example",
    });
  });

  it("is read as it is set, an empty variable as none", () => {
    const env = parseEnv({ ...LIVE, PORT: "8080", HOST: "0.0.0.0", WORKER: "off", LOG_LEVEL: "", MEILI_URL: "" });
    expect(env).toMatchObject({ port: 8080, host: "0.0.0.0", worker: "off", logLevel: "info", meili: undefined });
    expect(env.origin).toBe("https://list.example.org");
  });

  it("has both keys of the search engine or none of it", () => {
    const keys = { MEILI_SEARCH_KEY: KEY, MEILI_ADMIN_KEY: `${KEY}-admin` };
    expect(parseEnv({ MEILI_URL: "http://meili:7700", ...keys }).meili?.searchKey).toBe(KEY);
    expect(() => parseEnv({ MEILI_URL: "http://meili:7700" })).toThrow(/MEILI_SEARCH_KEY[\s\S]*MEILI_ADMIN_KEY/);
    expect(() => parseEnv({ MEILI_URL: "http://meili:7700", MEILI_SEARCH_KEY: KEY, MEILI_ADMIN_KEY: KEY })).toThrow(
      /must not be the admin key/,
    );
  });

  it.each([
    [{ PORT: "http" }, /PORT/],
    [{ PORT: "70000" }, /PORT/],
    [{ NODE_ENV: "prod" }, /NODE_ENV/],
    [{ DATABASE_URL: "mysql://db" }, /DATABASE_URL: must start with postgres:/],
    [{ ORIGIN: "list.example.org" }, /ORIGIN/],
    [{ ORIGIN: "https://example.org/list" }, /ORIGIN: must have no path/],
    [{ WORKER: "outside" }, /WORKER/],
    [{ MEILI_SEARCH_KEY: "short" }, /MEILI_SEARCH_KEY: must have 16/],
    [{ ...LIVE, ORIGIN: undefined }, /ORIGIN: missing/],
    [{ ...LIVE, ORIGIN: "http://list.example.org" }, /ORIGIN: must start with https/],
    [{ ...LIVE, DEMO: "1" }, /DEMO: demo people/],
  ])("%j is refused, and says why", (variables, reason) => {
    expect(() => parseEnv(variables)).toThrow(reason);
  });

  it("names every problem at once and no value", () => {
    const read = () => parseEnv({ PORT: "x", DATABASE_URL: "mysql://user:hunter2@db" });
    expect(read).toThrow(/PORT[\s\S]*DATABASE_URL/);
    expect(read).not.toThrow(/hunter2/);
  });

  it("lets demo people sign in where nobody else can come", () => {
    expect(parseEnv({ NODE_ENV: "production" }).demo).toBe(true);
    expect(parseEnv({ NODE_ENV: "production", HOST: "0.0.0.0" }).demo).toBe(false);
    expect(parseEnv({ NODE_ENV: "production", ORIGIN: "https://list.example.org" }).demo).toBe(false);
    expect(parseEnv({ ...LIVE, ORIGIN: "http://localhost:3000" }).demo).toBe(true);
    expect(parseEnv(LIVE).demo).toBe(false);
    expect(parseEnv({ DEMO: "0" }).demo).toBe(false);
  });
});
