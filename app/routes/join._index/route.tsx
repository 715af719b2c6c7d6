import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { currentPerson, homeOf } from "#app/auth/guards.server.ts";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Icon, type IconName } from "#app/ui/icon.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const person = await currentPerson(args);
  if (person) throw redirect(homeOf(person));
  return { title: translator(args.context.locale)("joining:choose.title") };
}

export default function ChooseWhoYouAre() {
  const t = useT();
  const locale = useLocale();
  return (
    <>
      <PageHeading title={t("joining:choose.title")} lede={t("joining:choose.lede")} />
      <ul className="grid gap-3 measure">
        <Way to={paths.join.partner(locale)} icon="building-2" who="partner" />
        <Way to={paths.join.family(locale, "student")} icon="graduation-cap" who="student" />
        <Way to={paths.join.family(locale, "parent")} icon="users" who="parent" />
      </ul>
      <p className="mt-6 measure text-muted">{t("joining:choose.staff")}</p>
      <p className="mt-3">
        {t("joining:choose.have_account")} <a href={paths.signIn(locale)}>{t("nav.sign_in")}</a>
      </p>
    </>
  );
}

function Way({ to, icon, who }: { to: string; icon: IconName; who: "partner" | "student" | "parent" }) {
  const t = useT();
  return (
    <li>
      <a
        href={to}
        className="grid grid-cols-[auto_1fr] items-start gap-x-4 rounded-card border border-line bg-surface px-5 py-4 text-ink no-underline hover:border-primary hover:bg-primary-soft"
      >
        <Icon name={icon} className="mt-1 text-primary" />
        <span>
          <span className="block text-lg font-bold text-primary">{t(`joining:choose.${who}`)}</span>
          <span className="block text-muted">{t(`joining:choose.${who}_about`)}</span>
        </span>
      </a>
    </li>
  );
}
