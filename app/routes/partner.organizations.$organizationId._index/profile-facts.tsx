import type { ReactNode } from "react";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { listInWords, wordOf } from "#app/ui/listing-words.ts";
import type { Profile } from "./route.tsx";

/** What the organization says of itself, and what it has not said yet. */
export function ProfileFacts({ profile }: { profile: Profile }) {
  const t = useT();
  const locale = useLocale();
  const { sector, about, website, languages, access } = profile;
  const named = (list: string, codes: string[]) =>
    codes.length > 0
      ? listInWords(
          locale,
          codes.map((code) => wordOf(t, list, code)),
        )
      : null;
  return (
    <dl className="mb-8 divide-y divide-line rounded-card border border-line bg-surface px-5">
      <Row label={t("profile:field.sector")}>{wordOf(t, "sector", sector)}</Row>
      <Row label={t("profile:field.about")}>{about}</Row>
      <Row label={t("joining:field.website")}>{website}</Row>
      <Row label={t("profile:public.address")}>{addressInWords(profile)}</Row>
      <Row label={t("profile:field.languages")}>{named("spoken", languages)}</Row>
      <Row label={t("profile:field.access")}>{named("access", access)}</Row>
    </dl>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  const t = useT();
  return (
    <div className="grid gap-x-5 py-2.5 sm:grid-cols-[11rem_minmax(0,1fr)]">
      <dt className="font-semibold">{label}</dt>
      <dd className={children ? "break-words whitespace-pre-line" : "text-muted"}>{children ?? t("profile:unsaid")}</dd>
    </div>
  );
}

type Address = Record<"street" | "city" | "state" | "zip", string | null>;

/** Null: nothing is known of it. */
export const addressInWords = ({ street, city, state, zip }: Address) =>
  [street, city, [state, zip].filter(Boolean).join(" ")].filter(Boolean).join(", ") || null;
