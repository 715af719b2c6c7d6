/**
 * Students as matching meets them, drawn from real data: the interest profile of an O*NET occupation, answered to the
 * questionnaire with doubt, and the place of a real high school. What they truly like is known to the judge alone.
 */
import { readFile } from "node:fs/promises";
import { readTable } from "#app/domain/imports/read-table.server.ts";
import { TIMES, TRAVEL } from "#app/domain/interests/interest-profile.ts";
import { ACTIVITIES, scoreAnswers, type Answers } from "#app/domain/interests/questionnaire.ts";
import { asVector, type Scores } from "#app/domain/interests/riasec.ts";
import { NOBODY, type Learner } from "#app/domain/matching/learner.ts";

export interface Student {
  learner: Learner;
  /** Scores of the occupation they were drawn from. */
  likes: Scores;
}

type Row = Record<string, string>;

async function rowsOf(path: string): Promise<Row[]> {
  const table = readTable(await readFile(path));
  if (!table.ok) throw new Error(`${path}: ${table.refusal}`);
  const { columns, rows } = table.value;
  return rows.map(({ cells }) => Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? ""])));
}

export async function drawStudents(shared: string, count: number, random: () => number): Promise<Student[]> {
  const occupations = (await rowsOf(`${shared}/careers/onet_30.2_riasec_by_occupation.csv`)).map(profileOf);
  const schools = (await rowsOf(`${shared}/schools/nyc_doe_high_schools_2014-15.csv`)).flatMap(placeOf);
  const pick = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)]!;
  return Array.from({ length: count }, () => {
    const likes = pick(occupations);
    const { scores, top, standing } = scoreAnswers(answer(likes, random));
    const learner: Learner = {
      ...NOBODY,
      interests: standing === "clear" ? { scores, top } : null,
      grade: 9 + Math.floor(random() * 4),
      point: pick(schools),
      travel: TRAVEL.filter((way) => random() < (way === "ride" ? 0.3 : 0.7)),
      when: random() < 0.5 ? [pick(TIMES)] : [],
    };
    return { learner, likes };
  });
}

function profileOf(row: Row): Scores {
  const [realistic, investigative, artistic, social, enterprising, conventional] = ["R", "I", "A", "S", "E", "C"].map(
    (letter) => Number(row[letter]),
  ) as [number, number, number, number, number, number];
  return { realistic, investigative, artistic, social, enterprising, conventional };
}

function placeOf(row: Row): { latitude: number; longitude: number }[] {
  const [, latitude, longitude] = /\((-?\d+\.\d+), (-?\d+\.\d+)\)/.exec(row["Location 1"] ?? "") ?? [];
  return latitude && longitude ? [{ latitude: Number(latitude), longitude: Number(longitude) }] : [];
}

/** The more a theme stands out in the profile, the likelier its activities are liked, and never surely. */
function answer(likes: Scores, random: () => number): Answers {
  const scores = asVector(likes);
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return Object.fromEntries(
    ACTIVITIES.map(({ id, theme }) => {
      const likely = 1 / (1 + Math.exp(mean - likes[theme]));
      const drawn = random();
      return [id, drawn < likely * 0.85 ? "like" : drawn < likely * 0.85 + 0.15 ? "unsure" : "dislike"];
    }),
  );
}
