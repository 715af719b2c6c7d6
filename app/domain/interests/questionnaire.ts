import { THEMES, type Scores, type Theme } from "./riasec.ts";

/**
 * Thirty things to do, five a theme, each answered like, unsure or dislike. Their words stand in the `interests` catalog
 * and were written for this project. The order is part of addresses people keep: never reorder. Each screen asks one
 * of every theme, beginning with another theme each time, so that no theme always comes first or last. The first two
 * screens ask for the plainest of each theme: twelve answers are a start, the other eighteen make it surer.
 */
export const ACTIVITIES = [
  { id: "fix_bike", theme: "realistic" },
  { id: "test_creek", theme: "investigative" },
  { id: "draw_comic", theme: "artistic" },
  { id: "help_homework", theme: "social" },
  { id: "sell_stand", theme: "enterprising" },
  { id: "sort_files", theme: "conventional" },

  { id: "solve_bug", theme: "investigative" },
  { id: "play_band", theme: "artistic" },
  { id: "coach_kids", theme: "social" },
  { id: "pitch_idea", theme: "enterprising" },
  { id: "track_money", theme: "conventional" },
  { id: "build_shelf", theme: "realistic" },

  { id: "edit_video", theme: "artistic" },
  { id: "visit_elders", theme: "social" },
  { id: "lead_team", theme: "enterprising" },
  { id: "check_list", theme: "conventional" },
  { id: "grow_food", theme: "realistic" },
  { id: "look_microscope", theme: "investigative" },

  { id: "listen_friend", theme: "social" },
  { id: "run_campaign", theme: "enterprising" },
  { id: "make_schedule", theme: "conventional" },
  { id: "drive_machine", theme: "realistic" },
  { id: "find_pattern", theme: "investigative" },
  { id: "design_room", theme: "artistic" },

  { id: "plan_event", theme: "enterprising" },
  { id: "enter_numbers", theme: "conventional" },
  { id: "wire_lights", theme: "realistic" },
  { id: "study_illness", theme: "investigative" },
  { id: "write_story", theme: "artistic" },
  { id: "welcome_newcomer", theme: "social" },
] as const satisfies readonly { id: string; theme: Theme }[];

export type Activity = (typeof ACTIVITIES)[number];
export type ActivityId = Activity["id"];

export const ANSWERS = ["like", "unsure", "dislike"] as const;
export type Answer = (typeof ANSWERS)[number];
export type Answers = Partial<Record<ActivityId, Answer>>;

const SCREEN_SIZE = 6;
export const SCREENS: readonly (readonly Activity[])[] = Array.from(
  { length: ACTIVITIES.length / SCREEN_SIZE },
  (_, screen) => ACTIVITIES.slice(screen * SCREEN_SIZE, (screen + 1) * SCREEN_SIZE),
);

/** Screens that are asked before a result is offered. */
export const START_SCREENS = 2;
export const START = ACTIVITIES.slice(0, START_SCREENS * SCREEN_SIZE);
/** Whether more was answered than the start. */
export const isPastStart = (answers: Answers) =>
  ACTIVITIES.slice(START.length).some(({ id }) => answers[id] !== undefined);

const WORTH: Record<Answer, number> = { like: 1, unsure: 0, dislike: -1 };
const CODES: Record<Answer, string> = { like: "2", unsure: "1", dislike: "0" };
const ANSWER_OF: Record<string, Answer | undefined> = { "2": "like", "1": "unsure", "0": "dislike" };
const NO_ANSWER = "-";

export const isAnswer = (text: unknown): text is Answer => ANSWERS.some((answer) => answer === text);
export const countAnswers = (answers: Answers) => Object.keys(answers).length;

/** One character an activity, `-` for none, the end cut where nothing follows: `21-0`. */
export function writeAnswers(answers: Answers): string {
  const last = ACTIVITIES.findLastIndex(({ id }) => answers[id]);
  return ACTIVITIES.slice(0, last + 1)
    .map(({ id }) => {
      const answer = answers[id];
      return answer ? CODES[answer] : NO_ANSWER;
    })
    .join("");
}

/** What cannot be read counts as not answered. */
export function readAnswers(text: string): Answers {
  const answers: Answers = {};
  ACTIVITIES.forEach(({ id }, i) => {
    const answer = ANSWER_OF[text.charAt(i)];
    if (answer) answers[id] = answer;
  });
  return answers;
}

export interface InterestResult {
  /** Mean worth of a theme's answers, -1 (all disliked) to 1 (all liked). */
  scores: Scores;
  /** Likeliest first; ties in the hexagon's order. */
  ranked: Theme[];
  /** Liked more than the learner likes things on the whole, at most three. */
  top: Theme[];
  answered: number;
  /** `too_few`: less than one screen answered; `flat`: no theme stands out. Both say nothing about interests. */
  standing: "clear" | "flat" | "too_few";
}

const ENOUGH_ANSWERS = SCREEN_SIZE;
/** One answer of five, between like and unsure. */
const STANDS_OUT = 0.2;
const TOP = 3;

/** A theme without answers stands where the learner stands on the whole: it neither draws nor repels. */
export function scoreAnswers(answers: Answers): InterestResult {
  const worths = ACTIVITIES.flatMap(({ id, theme }) => {
    const answer = answers[id];
    return answer ? [{ theme: theme, worth: WORTH[answer] }] : [];
  });
  const overall = mean(worths.map(({ worth }) => worth)) ?? 0;
  const scoreOf = (theme: Theme) =>
    mean(worths.filter((answer) => answer.theme === theme).map(({ worth }) => worth)) ?? overall;
  const scores = Object.fromEntries(THEMES.map((theme) => [theme, scoreOf(theme)])) as Scores;
  const ranked = [...THEMES].sort((a, b) => scores[b] - scores[a]);
  const answered = worths.length;
  const spread = scores[ranked[0] ?? "realistic"] - scores[ranked.at(-1) ?? "realistic"];
  const standing = answered < ENOUGH_ANSWERS ? "too_few" : spread < STANDS_OUT ? "flat" : "clear";
  const average = mean(Object.values(scores)) ?? 0;
  const top = standing === "clear" ? ranked.filter((theme) => scores[theme] > average + 0.05).slice(0, TOP) : [];
  return { scores, ranked, top, answered, standing };
}

const mean = (numbers: number[]) => (numbers.length === 0 ? null : numbers.reduce((a, b) => a + b, 0) / numbers.length);

/** How far one press moves a theme: a step a reader can see in the figure. */
const PRESS = 0.4;
const STEPS: readonly Answer[] = ["dislike", "unsure", "like"];

/**
 * Answers that say more or less of a theme, for who does not know themselves in the result: its own answers move, a step
 * each, until the theme has moved visibly; no other theme does. Of a theme that nothing was answered of, its start is.
 */
export function withMore(answers: Answers, theme: Theme, by: 1 | -1): Answers {
  const asked = (ACTIVITIES as readonly Activity[]).filter((activity) => activity.theme === theme);
  const answered = asked.filter(({ id }) => answers[id] !== undefined);
  const moved = { ...answers };
  const movable = answered.length > 0 ? answered : START.filter((activity) => activity.theme === theme);
  let steps = Math.ceil(PRESS * movable.length);
  for (const { id } of movable) {
    const next = STEPS[STEPS.indexOf(moved[id] ?? "unsure") + by];
    if (next === undefined || steps === 0) continue;
    moved[id] = next;
    steps--;
  }
  return moved;
}
