import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePerson } from "#app/auth/guards.server.ts";
import type { Context, Person } from "#app/domain/context.ts";
import { getDistrict } from "#app/domain/districts/districts.server.ts";
import { CALENDAR_PURPOSE } from "#app/domain/saved/calendar-links.ts";
import { getCalendarLink } from "#app/domain/saved/calendar-links.server.ts";
import { MOST_SAVED } from "#app/domain/saved/listings.ts";
import { listSaved } from "#app/domain/saved/listings.server.ts";
import { paths } from "#app/http/paths.ts";
import { readSaved } from "#app/http/saved-listings.server.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { SavedList } from "#app/ui/saved/saved-list.tsx";
import { CalendarSection, type CalendarSectionProps } from "./calendar-section.tsx";
import { SavedNotice } from "./saved-notice.tsx";
import { savedJustNow } from "./saved-just-now.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePerson(args);
  const saved = await listSaved(ctx);
  const groups = [];
  for (const districtId of new Set(saved.map((each) => each.districtId))) {
    const district = (await getDistrict(ctx.db, districtId))!;
    const slugs = saved.filter((each) => each.districtId === districtId).map(({ slug }) => slug);
    groups.push(await readSaved(args.context, district, slugs));
  }
  return {
    title: translator(args.context.locale)("site:saved.title"),
    groups,
    calendar: await readCalendarSection(args, ctx),
    justNow: await savedJustNow(args),
  };
}

async function readCalendarSection(
  { context: { keys, origin, locale } }: LoaderFunctionArgs,
  ctx: Context<Person>,
): Promise<CalendarSectionProps> {
  const link = await getCalendarLink(ctx);
  const addressOf = (id: string) => origin + paths.savedCalendar(locale, keys.sign(CALENDAR_PURPOSE, id));
  return {
    link: link && { address: addressOf(link.id), remindDays: link.remindDays },
    keys: { make: crypto.randomUUID(), end: crypto.randomUUID() },
  };
}

export default function Saved() {
  const { title, groups, calendar, justNow } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  return (
    <>
      <PageHeading title={title} lede={t("site:saved.lede", { count: MOST_SAVED })} />
      {justNow && <SavedNotice {...justNow} />}
      {groups.length === 0 && (
        <EmptyState title={t("site:saved.none")}>
          <p>{t("site:saved.none_about")}</p>
          <a href={paths.home(locale)}>{t("site:saved.to_list")}</a>
        </EmptyState>
      )}
      {groups.map(({ district, today, items }) => (
        <section key={district.slug} className="mb-8">
          <h2 className="mb-3">{t("saved:account.district", { district: district.name })}</h2>
          <SavedList district={district.slug} today={today} items={items} inAccount />
          <p className="mt-4">
            <a href={paths.savedHere(locale, district.slug)}>{t("site:saved.on_device")}</a>
          </p>
        </section>
      ))}
      {(groups.length > 0 || calendar.link) && <CalendarSection {...calendar} />}
    </>
  );
}
