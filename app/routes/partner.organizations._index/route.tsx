import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requirePartner } from "#app/auth/guards.server.ts";
import { listOwnOrganizations } from "#app/domain/organizations/partnerships.server.ts";
import { paths } from "#app/http/paths.ts";
import { translator } from "#app/i18n/translator.ts";
import { PageHeading } from "#app/ui/page-heading.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Whoever acts for one organization is shown that one. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePartner(args);
  const organizations = await listOwnOrganizations(ctx);
  const [only, ...others] = organizations;
  if (only && others.length === 0) throw redirect(paths.partner.organization(only.id));
  return { title: translator(args.context.locale)("profile:title"), organizations };
}

export default function OwnOrganizations() {
  const { title, organizations } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading title={title} />
      <ul>
        {organizations.map(({ id, name }) => (
          <li key={id}>
            <Link to={paths.partner.organization(id)} className="inline-flex min-h-11 items-center font-semibold">
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
