import { Fragment } from "react";
import { useT } from "#app/i18n/locale.tsx";
import type { Endpoint } from "#app/publishing/api/endpoints.ts";
import type { QueryParameter } from "#app/publishing/api/openapi.ts";
import { Described, Marked } from "./described.tsx";

interface Shown extends Pick<Endpoint, "path" | "operation" | "summary" | "about" | "example"> {
  parameters: readonly Pick<QueryParameter, "name" | "about" | "schema">[];
}

/** Each address of the document: what it is, what it takes and one to try. */
export function Addresses({ endpoints, district }: { endpoints: readonly Shown[]; district: string }) {
  const t = useT();
  return endpoints.map(({ path, operation, summary, about, example, parameters }) => {
    const address = `/api/v1${example.replace("{district}", district)}`;
    return (
      <article key={operation} id={operation} className="api-address">
        <h3 lang="en">{summary}</h3>
        <p>
          <code className="api-name">
            <Address>{`GET /api/v1${path}`}</Address>
          </code>
        </p>
        <p lang="en">
          <Marked text={about} />
        </p>
        {parameters.length > 0 && (
          <details>
            <summary>{t("programs:addresses.takes")}</summary>
            <Described
              caption={t("programs:addresses.takes")}
              columns={[
                t("programs:addresses.parameter"),
                t("programs:addresses.meaning"),
                t("programs:addresses.values"),
              ]}
              rows={parameters.map(({ name, about: meaning, schema }) => ({
                cells: [name, meaning, valuesOf(schema)],
              }))}
            />
          </details>
        )}
        <p>
          {t("programs:addresses.try")}:{" "}
          <a href={address}>
            <Address>{address}</Address>
          </a>
        </p>
      </article>
    );
  });
}

/** Breaks before a slash where it must break at all. */
const Address = ({ children }: { children: string }) =>
  children.split(/(?=[/?&])/).map((part, n) => (
    <Fragment key={n}>
      {n > 0 && <wbr />}
      {part}
    </Fragment>
  ));

/** A schema's values in short: `paid, stipend`, `1–100`, or the pattern they follow. */
function valuesOf({ enum: words, pattern, minimum, maximum, anyOf }: QueryParameter["schema"]): string {
  if (Array.isArray(words)) return words.join(", ");
  if (Array.isArray(anyOf)) return (anyOf as QueryParameter["schema"][]).map(valuesOf).join(", ");
  if (typeof minimum === "number" && typeof maximum === "number") return `${minimum}–${maximum}`;
  return typeof pattern === "string" ? pattern : "";
}
