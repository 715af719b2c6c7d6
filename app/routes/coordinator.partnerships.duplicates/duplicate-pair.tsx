import { Form, Link } from "@remix-run/react";
import type { SameReason } from "#app/domain/organizations/likely-same.ts";
import type { Sector } from "#app/domain/organizations/sectors.ts";
import type { Partnership } from "#app/domain/organizations/standing.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { StandingTag } from "#app/ui/vetting/standing-tag.tsx";

interface Side {
  partnershipId: string;
  status: Partnership["status"];
  name: string;
  sector: Sector;
  website: string | null;
  street: string | null;
  city: string | null;
  zip: string | null;
  mailHosts: string[];
}

interface Pair {
  reasons: SameReason[];
  sides: readonly [Side, Side];
  idempotencyKey: string;
}

/** Two partners beside each other, and what says they may be one. */
export function DuplicatePair({ reasons, sides, idempotencyKey }: Pair) {
  const t = useT();
  const [one, other] = sides;
  return (
    <div className="rounded-card border border-line bg-surface p-4">
      <p className="mb-3 flex flex-wrap gap-1.5">
        {reasons.map((reason) => (
          <Tag key={reason} tone="warning">
            {t(`joining:same.${reason}`)}
          </Tag>
        ))}
      </p>
      <div className="grid gap-5 md:grid-cols-2">
        <OneSide side={one} otherId={other.partnershipId} />
        <OneSide side={other} otherId={one.partnershipId} />
      </div>
      <Form
        method="post"
        action={paths.vetting.distinction(one.partnershipId)}
        className="mt-3 border-t border-line pt-3"
      >
        <IdempotencyKey value={idempotencyKey} />
        <input type="hidden" name="other" value={other.partnershipId} />
        <Button variant="quiet" icon="x">
          {t("vetting:duplicates.are_two")}
          <span className="sr-only">
            : {one.name}, {other.name}
          </span>
        </Button>
      </Form>
    </div>
  );
}

function OneSide({ side, otherId }: { side: Side; otherId: string }) {
  const t = useT();
  const { partnershipId, status, name, sector, website, street, city, zip, mailHosts } = side;
  const place = [street, [city, zip].filter(Boolean).join(" ")].filter(Boolean).join(", ");
  return (
    <div className="min-w-0">
      <p>
        <Link to={paths.coordinator.partnership(partnershipId)} className="font-semibold break-words">
          {name}
        </Link>
      </p>
      <p className="my-1">
        <StandingTag standing={status} />
      </p>
      <ul className="text-sm break-words text-muted">
        {[
          t(`opportunity:sector.${sector}`),
          place,
          website,
          [...new Set(mailHosts)].map((host) => `@${host}`).join(", "),
        ]
          .filter(Boolean)
          .map((line) => (
            <li key={line}>{line}</li>
          ))}
      </ul>
      <ButtonLink to={paths.vetting.merger(partnershipId, otherId)} variant="secondary" className="mt-3">
        {t("vetting:duplicates.keep")}
        <span className="sr-only">: {name}</span>
      </ButtonLink>
    </div>
  );
}
