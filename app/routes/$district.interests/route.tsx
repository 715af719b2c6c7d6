import { data, redirect, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { readProfile, writeProfile, type InterestProfile } from "#app/domain/interests/interest-profile.ts";
import {
  ACTIVITIES,
  countAnswers,
  isAnswer,
  isPastStart,
  scoreAnswers,
  SCREENS,
  START,
  START_SCREENS,
} from "#app/domain/interests/questionnaire.ts";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button } from "#app/ui/button.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { ActivityQuestion } from "./activity-question.tsx";
import { Progress } from "./progress.tsx";

/** The answers are a person's own: no cache keeps the page, no search engine lists it. */
const PRIVATE = { "Cache-Control": "private, no-store", "X-Robots-Tag": "noindex" };
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

/**
 * A screen of questions, as a form that asks by GET. What it sends is folded into the answers of the address, and the
 * reader is sent on to the screen the pressed button names (`go`), so that "back" and a kept link just work.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const district = await getDistrictBySlug(context.db, params.district ?? "");
  if (!district) throw new Response(null, { status: 404 });
  const asked = new URL(request.url).searchParams;
  const profile = withAnswers(readProfile(asked), asked);
  const go = asked.get("go");
  if (go === "matches") {
    return redirect(paths.matches(context.locale, district.slug, writeProfile(profile)), { headers: PRIVATE });
  }
  if (go !== null) {
    return redirect(paths.interests(context.locale, district.slug, atScreen(profile, screenOf(go))), {
      headers: PRIVATE,
    });
  }
  const screen = screenOf(asked.get("screen"));
  // Who went on after the start is asked all of them, also on the way back.
  const screens = screen > START_SCREENS || isPastStart(profile.answers) ? SCREENS.length : START_SCREENS;
  const questions = (SCREENS[screen - 1] ?? []).map(({ id }) => ({ id, answer: profile.answers[id] ?? null }));
  const t = translator(context.locale);
  return data(
    {
      title: `${t("interests:title")} · ${district.name}`,
      district: district.slug,
      screen,
      screens,
      questions,
      carried: [...writeProfile(profile)],
      skipTo: screen < screens ? atScreen(profile, screen + 1).toString() : null,
      canFinish: scoreAnswers(profile.answers).standing !== "too_few",
      answered: countAnswers(profile.answers),
    },
    { headers: PRIVATE },
  );
}

function withAnswers(profile: InterestProfile, asked: URLSearchParams): InterestProfile {
  const answers = { ...profile.answers };
  for (const { id } of ACTIVITIES) {
    const answer = asked.get(id);
    if (isAnswer(answer)) answers[id] = answer;
  }
  return { ...profile, answers };
}

function screenOf(text: string | null): number {
  const screen = Number(text);
  return Number.isInteger(screen) && screen >= 1 && screen <= SCREENS.length ? screen : 1;
}

function atScreen(profile: InterestProfile, screen: number): URLSearchParams {
  const params = writeProfile(profile);
  if (screen > 1) params.set("screen", String(screen));
  return params;
}

export default function InterestQuestions() {
  const { district, screen, screens, questions, carried, skipTo, canFinish, answered } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  const isLast = screen === screens;
  const rest = ACTIVITIES.length - START.length;
  return (
    <div className="wrap questions">
      {screen === 1 ? (
        <PageHeading title={t("interests:title")} lede={t("interests:lede")} />
      ) : (
        <PageHeading title={t("interests:title")} />
      )}
      <Progress screen={screen} screens={screens} />
      <form method="get" action={paths.interests(locale, district)}>
        {carried.map(([name, value], i) => (
          <input key={i} type="hidden" name={name} value={value} />
        ))}
        <p className="questions-how">{t("interests:how")}</p>
        <div className="questions-list">
          {questions.map((question) => (
            <ActivityQuestion key={question.id} {...question} />
          ))}
        </div>
        <div className="questions-actions">
          {/* First in the form: what the enter key presses. */}
          <Button name="go" value={isLast ? "matches" : screen + 1} icon="arrow-right" className="questions-next">
            {isLast ? t("interests:finish") : t("interests:next")}
          </Button>
          {screen > 1 && (
            <Button name="go" value={screen - 1} variant="secondary" icon="arrow-left" className="questions-back">
              {t("interests:back")}
            </Button>
          )}
          {isLast && screens === START_SCREENS && (
            <Button name="go" value={screen + 1} variant="quiet">
              {t("interests:more_first", { count: rest })}
            </Button>
          )}
          {canFinish && !isLast && (
            <Button name="go" value="matches" variant="quiet">
              {t("interests:finish_now")}
            </Button>
          )}
          {skipTo !== null && (
            <a className="btn btn-quiet" href={paths.interests(locale, district, skipTo)}>
              {t("interests:skip")}
            </a>
          )}
        </div>
      </form>
      <p className="questions-privacy">
        {t("interests:privacy")}{" "}
        {answered > 0 && <a href={paths.interests(locale, district)}>{t("interests:start_over")}</a>}
      </p>
    </div>
  );
}
