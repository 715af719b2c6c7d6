import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePerson } from "#app/auth/guards.server.ts";
import { asRelative } from "#app/auth/relative.server.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { AskForMail } from "./ask-for-mail.tsx";
import { readForYou, type ForYouPage } from "./for-you.server.ts";
import { LearnerSection } from "./learner-section.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePerson(args);
  const relative = await asRelative(ctx, args);
  if (!relative) throw redirect(paths.account.home());
  const title = translator(args.context.locale)("learner:for_you.title");
  return { title, role: relative.actor.kind, page: await readForYou(relative, args) };
}

export default function ForYou() {
  const { title, role, page } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeading title={title} lede={t(`learner:for_you.lede.${role}`)} />
      {page.sections.length === 0 ? (
        <EmptyState title={t("learner:for_you.no_children")}>
          <p>{t("learner:for_you.no_children_help")}</p>
          <ButtonLink to={paths.account.family()}>{t("joining:family.title")}</ButtonLink>
        </EmptyState>
      ) : (
        <>
          {page.asksForMail && <AskForMail role={role} />}
          {page.sections.length > 1 && <Children sections={page.sections} />}
          {page.sections.map((section) => (
            <LearnerSection key={section.key} section={section} page={page} isOwn={role === "student"} />
          ))}
        </>
      )}
    </>
  );
}

function Children({ sections }: Pick<ForYouPage, "sections">) {
  const t = useT();
  return (
    <nav aria-label={t("learner:for_you.children")} className="mb-6">
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {sections.map(({ key, name }) => (
          <li key={key}>
            <a href={`#${key}`}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
