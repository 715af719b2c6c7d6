import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { currentPerson, requireCoordinator } from "#app/auth/guards.server.ts";
import { getDistrict } from "#app/domain/districts/districts.server.ts";
import { findOwnWords } from "#app/domain/districts/own-words.server.ts";
import { describePicture } from "#app/domain/files/pictures.server.ts";
import { countAskedPartnerships } from "#app/domain/organizations/vetting-desk.server.ts";
import { countReported } from "#app/domain/listings/report-desk.server.ts";
import { countAwaiting } from "#app/domain/listings/review-queue.server.ts";
import { paths } from "#app/http/paths.ts";
import { DistrictWords, useLocale } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { DeskLayout, type DeskLink } from "#app/ui/desk-layout.tsx";

export const handle = { hydrate: true };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const [person, district, awaiting, asked, reported] = await Promise.all([
    currentPerson(args),
    getDistrict(ctx.db, ctx.actor.districtId),
    countAwaiting(ctx),
    countAskedPartnerships(ctx),
    countReported(ctx),
  ]);
  const [words, logo] = await Promise.all([
    findOwnWords(ctx.db, district, args.context.locale),
    describePicture(ctx.db, { pictureId: district?.logoId ?? null, pictureAlt: district?.logoAlt ?? null }),
  ]);
  const isAdmin = person?.staffOf?.role === "admin";
  return {
    name: person?.name ?? "",
    email: person?.email ?? "",
    district: district?.name ?? "",
    awaiting,
    asked,
    reports: reported.open,
    isAdmin,
    words,
    logo,
  };
}

export default function CoordinatorDesk() {
  const { name, email, district, awaiting, asked, reports, isAdmin, words, logo } = useLoaderData<typeof loader>();
  const t = translator(useLocale(), words);
  const nav: DeskLink[] = [
    { to: paths.coordinator.home(), label: t("coordinator:nav.home"), icon: "house", end: true },
    { to: paths.coordinator.review(), label: t("coordinator:nav.review"), icon: "list", count: awaiting },
    { to: paths.coordinator.partnerships(), label: t("joining:nav.partners"), icon: "shield-check", count: asked },
    { to: paths.coordinator.reports(), label: t("reports:nav"), icon: "triangle-alert", count: reports },
  ];
  const more: DeskLink[] = [
    { to: paths.coordinator.entries(), label: t("queue:entry.title"), icon: "plus" },
    {
      ...{ to: paths.coordinator.frontPage(), label: t("curating:nav"), icon: "sparkles" },
      also: [paths.coordinator.collections()],
    },
    { to: paths.coordinator.translations.list(), label: t("translations:nav"), icon: "languages" },
    { to: paths.coordinator.embed.builder(), label: t("front:builder.nav"), icon: "external-link" },
    { to: paths.coordinator.editions.all(), label: t("editing:title"), icon: "file-text" },
    { to: paths.coordinator.coverage(), label: t("coordinator:coverage.nav"), icon: "chart-line" },
    { to: paths.coordinator.imports(), label: t("coordinator:nav.imports"), icon: "upload" },
    {
      ...{ to: paths.coordinator.families(), label: t("people:nav.families"), icon: "graduation-cap" },
      also: [paths.coordinator.familyLinks()],
    },
  ];
  if (isAdmin)
    more.push(
      { to: paths.coordinator.people(), label: t("people:nav.staff"), icon: "users" },
      { to: paths.coordinator.providers(), label: t("people:providers.nav"), icon: "log-in" },
      { to: paths.coordinator.settings.home(), label: t("settings:nav"), icon: "sliders-horizontal" },
      { to: paths.coordinator.export(), label: t("exchange:nav"), icon: "download" },
      { to: paths.coordinator.log(), label: t("records:log.title"), icon: "file-text" },
    );
  return (
    <DistrictWords words={words}>
      <DeskLayout title={district} nav={nav} more={more} account={{ name, detail: email }} logo={logo}>
        <Outlet />
      </DeskLayout>
    </DistrictWords>
  );
}
