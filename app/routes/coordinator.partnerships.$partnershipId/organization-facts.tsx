import type { Partnership } from "#app/domain/organizations/standing.ts";
import { useT } from "#app/i18n/locale.tsx";

interface FactsProps {
  organization: { about: string | null; website: string | null; street: string | null; place: string };
  standing: {
    until: string | null;
    requestedBy: string | null;
    requestedAt: string | null;
    vettedBy: string | null;
    vettedAt: string | null;
    reason: Partnership["declineReason"];
    note: string | null;
  };
  members: { name: string; email: string; role: "owner" | "member" }[];
}

/** Who they are by their own word, who acts for them, and how they came to stand where they do. */
export function OrganizationFacts({ organization, standing, members }: FactsProps) {
  const t = useT();
  const { until, requestedBy, requestedAt, vettedBy, vettedAt, reason, note } = standing;
  const facts = [
    ["about", organization.about],
    ["address", [organization.street, organization.place].filter(Boolean).join(", ")],
    ["website", organization.website],
    ["asked", [requestedBy, requestedAt].filter(Boolean).join(" · ")],
    ["vetted", [vettedBy, vettedAt].filter(Boolean).join(" · ")],
    ["until", until],
    ["reason", reason && t(`joining:partnerships.reasons.${reason}`)],
    ["note", note],
  ] as const;
  return (
    <section aria-labelledby="facts">
      <h2 id="facts" className="mb-3">
        {t("joining:partnerships.facts.title")}
      </h2>
      <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[minmax(8rem,auto)_1fr]">
        {facts.map(
          ([name, text]) =>
            text && (
              <div key={name} className="contents">
                <dt className="font-semibold text-muted">{t(`joining:partnerships.facts.${name}`)}</dt>
                <dd className="min-w-0 break-words whitespace-pre-line max-sm:mb-2">{text}</dd>
              </div>
            ),
        )}
        <dt className="font-semibold text-muted">{t("joining:partnerships.facts.members")}</dt>
        <dd className="min-w-0">
          {members.length === 0 && t("joining:partnerships.facts.no_members")}
          <ul>
            {members.map(({ name, email, role }) => (
              <li key={email} className="break-words">
                {name} · <a href={`mailto:${email}`}>{email}</a> · {t(`joining:partnerships.role.${role}`)}
              </li>
            ))}
          </ul>
        </dd>
      </dl>
    </section>
  );
}
