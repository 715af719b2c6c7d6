import { parseWithZod } from "@conform-to/zod/v4";
import type { SubmissionResult } from "@conform-to/react";
import { data, type ActionFunctionArgs } from "@remix-run/node";
import type { z } from "zod";
import { translator, type Translate } from "#app/i18n/translator.ts";

export type ReadForm<T> = { ok: true; value: T } | { ok: false; lastResult: SubmissionResult<string[]> };

type Issue = z.core.$ZodRawIssue;

/**
 * Reads a posted form by its schema. Fields the schema does not name are dropped; text is made well-formed, since
 * Postgres refuses NUL and lone surrogates. What is wrong comes back in words with everything that was typed, except
 * the `secrets`.
 */
export async function readForm<S extends z.ZodType>(
  { request, context }: Pick<ActionFunctionArgs, "request" | "context">,
  schema: S,
  { secrets = [] }: { secrets?: string[] } = {},
): Promise<ReadForm<z.output<S>>> {
  const t = translator(context.locale);
  const submission = parseWithZod(wellFormed(await request.formData()), {
    schema,
    error: (issue: Issue) => explain(issue, t),
    formatError: (issues: { message: string }[]) => issues.map(({ message }) => inWords(message, t)),
  });
  if (submission.status === "success") return { ok: true, value: submission.value };
  return { ok: false, lastResult: submission.reply({ hideFields: secrets }) };
}

/** A form whose fields mean what they mean in an address' query. */
export async function readQuery(request: Request): Promise<URLSearchParams> {
  const fields = [...wellFormed(await request.formData())];
  return new URLSearchParams(fields.flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
}

/** The form again, 422. */
export const unprocessable = (form: { lastResult: SubmissionResult<string[]> }) =>
  data({ lastResult: form.lastResult }, { status: 422 });

/** A rule said no to a sound form: the form again with what was typed, and `message` above it. */
export const conflict = (typed: FormData | Record<string, string>, message: string) =>
  data({ lastResult: refusedForm(typed, message) }, { status: 409 });

/** What a page needs to show the form again, with what is wrong above it or at the `field`; passwords are not sent back. */
export function refusedForm(
  typed: FormData | Record<string, string>,
  wrong: string | string[],
  field = "",
): SubmissionResult<string[]> {
  const entries = typed instanceof FormData ? [...typed] : Object.entries(typed);
  const initialValue: Record<string, string | string[]> = {};
  for (const [name, value] of entries) {
    if (typeof value !== "string" || /password/i.test(name)) continue;
    const earlier = initialValue[name];
    initialValue[name] = earlier === undefined ? value : [earlier, value].flat();
  }
  return { status: "error", initialValue, error: { [field]: [wrong].flat() } };
}

function wellFormed(form: FormData): FormData {
  const clean = new FormData();
  for (const [name, value] of form) {
    if (typeof value === "string") clean.append(name, cleanText(value));
    else clean.append(name, value);
  }
  return clean;
}

/** Line ends as they are stored, no control characters but tab and line feed, no half of a surrogate pair. */
export function cleanText(text: string): string {
  return Buffer.from(text.replace(/\r\n?/g, "\n"), "utf8")
    .toString("utf8")
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "");
}

/** A schema's own message is a catalog key, `partner:errors.ends_before_start`; zod's are explained above. */
function inWords(message: string, t: Translate): string {
  return /^[a-z]+:[\w.]+$/.test(message) ? t(message as never) : message;
}

function explain(issue: Issue, t: Translate): string {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined) return t("account:form.required");
      return t(issue.expected === "number" ? "account:form.number" : "account:form.unexpected");
    case "too_small":
      if (issue.origin === "string") return t("account:form.too_short", { count: Number(issue.minimum) });
      if (issue.origin === "array") return t("account:form.too_few", { count: Number(issue.minimum) });
      return t("account:form.at_least", { minimum: String(issue.minimum) });
    case "too_big":
      if (issue.origin === "string") return t("account:form.too_long", { count: Number(issue.maximum) });
      if (issue.origin === "array") return t("account:form.too_many", { count: Number(issue.maximum) });
      return t("account:form.at_most", { maximum: String(issue.maximum) });
    case "invalid_format":
      if (issue.format === "email") return t("account:form.email");
      if (issue.format === "url") return t("account:form.url");
      return t("account:form.format");
    case "invalid_value":
      return t("account:form.choice");
    default:
      return t("account:form.unexpected");
  }
}
