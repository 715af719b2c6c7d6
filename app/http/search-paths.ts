import type { Locale } from "#app/i18n/locales.ts";
import { FEED_FORMATS, type FeedFormat } from "#app/publishing/feeds/feed-formats.ts";
import type { Typing } from "#app/search/typing.ts";
import { prefix, query } from "./path-parts.ts";

/** What surrounds a search of a district's list. */
export const searchPaths = {
  /** The list, or a search of it, as a feed. */
  feed: (locale: Locale, district: string, format: FeedFormat, params?: URLSearchParams | string) =>
    `${prefix(locale)}/${district}/opportunities.${FEED_FORMATS[format].extension}${query(params)}`,
  pathwayFeed: (locale: Locale, district: string, format: FeedFormat, slug: string) =>
    `${prefix(locale)}/${district}/pathways/${slug}.${FEED_FORMATS[format].extension}`,
  partnerFeed: (locale: Locale, district: string, format: FeedFormat, organizationId: string) =>
    `${prefix(locale)}/${district}/partners/${organizationId}.${FEED_FORMATS[format].extension}`,
  /** A part of such a feed, from 1, which is the newest and has the feed's own address. */
  feedPart: (feed: string, part: number) => (part > 1 ? `${feed}${feed.includes("?") ? "&" : "?"}part=${part}` : feed),
  /** The list, or a search of it, as a calendar; `remindDays` before each last day to ask. */
  listCalendar: (locale: Locale, district: string, params?: URLSearchParams | string, remindDays?: number | null) => {
    const asked = new URLSearchParams(params);
    if (remindDays) asked.set("remind", String(remindDays));
    return `${prefix(locale)}/${district}/opportunities.ics${query(asked)}`;
  },
  /** What somebody saved as a calendar, by their secret link. */
  savedCalendar: (locale: Locale, token: string) => `${prefix(locale)}/calendars/${token}.ics`,
  editionsFeed: (locale: Locale, district: string, format: FeedFormat) =>
    `${prefix(locale)}/${district}/editions.${FEED_FORMATS[format].extension}`,
  /** What a page looks like where it is shared, as a picture: of a district, a listing and an edition. */
  districtCard: (locale: Locale, district: string) => `${prefix(locale)}/${district}/card.png`,
  listingCard: (locale: Locale, district: string, slug: string) =>
    `${prefix(locale)}/${district}/opportunities/${slug}/card.png`,
  editionCard: (locale: Locale, district: string, number: number) =>
    `${prefix(locale)}/${district}/editions/${number}/card.png`,
  /** For search engines: the file that names a district's, and each of those, from 1. */
  sitemap: () => "/sitemap.xml",
  districtSitemap: (district: string, file = 1) => `/${district}/sitemap.xml${file > 1 ? `?file=${file}` : ""}`,
  /** The list, or a search of it, as a CSV file. */
  listTable: (locale: Locale, district: string, params?: URLSearchParams | string) =>
    `${prefix(locale)}/${district}/opportunities.csv${query(params)}`,
  /** Where a search is saved. */
  saveSearch: (locale: Locale, district: string, params?: URLSearchParams | string) =>
    `${prefix(locale)}/${district}/searches${query(params)}`,
  /** Where somebody asks to be told of each edition. */
  followEditions: (locale: Locale, district: string) => `${prefix(locale)}/${district}/searches?follow=editions`,
  /** Where it is said that a mail is on its way, of which of the two. */
  searchAsked: (locale: Locale, district: string, saved: { follows: "search" | "editions"; query: string }) => {
    const asked = new URLSearchParams(saved.query);
    if (saved.follows === "editions") asked.set("follow", "editions");
    asked.set("sent", "yes");
    return `${prefix(locale)}/${district}/searches${query(asked)}`;
  },
  /** Where an address says that it wants what was saved for it. */
  confirmSearch: (locale: Locale, token: string) => `${prefix(locale)}/searches/${token}`,
  stopSearch: (locale: Locale, token: string) => `${prefix(locale)}/unsubscribe/search/${token}`,
  /** What a reader who is still typing into a box may mean. */
  suggestions: (locale: Locale, district: string, box: Typing["box"]) =>
    `${prefix(locale)}/${district}/suggestions?box=${box}`,
};
