import { ANSWERS, type ActivityId, type Answer } from "#app/domain/interests/questionnaire.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Icon, type IconName } from "#app/ui/icon.tsx";

const ICONS: Record<Answer, IconName> = { like: "check", unsure: "circle-help", dislike: "x" };

/** For who looks before they read; the words say it all. */
const PICTURES: Record<ActivityId, IconName> = {
  fix_bike: "bike",
  test_creek: "droplet",
  draw_comic: "pencil",
  help_homework: "graduation-cap",
  sell_stand: "banknote",
  sort_files: "list",
  solve_bug: "monitor",
  play_band: "music",
  coach_kids: "users",
  pitch_idea: "lightbulb",
  track_money: "columns-3",
  build_shelf: "hammer",
  edit_video: "video",
  visit_elders: "hand-heart",
  lead_team: "flag",
  check_list: "circle-check",
  grow_food: "sprout",
  look_microscope: "microscope",
  listen_friend: "message-circle",
  run_campaign: "megaphone",
  make_schedule: "clock",
  drive_machine: "truck",
  find_pattern: "chart-line",
  design_room: "palette",
  plan_event: "calendar-days",
  enter_numbers: "file-text",
  wire_lights: "sparkles",
  study_illness: "network",
  write_story: "bookmark",
  welcome_newcomer: "compass",
};

/** One thing to do, and three tiles to answer it by, wide enough for a thumb. */
export function ActivityQuestion({ id, answer }: { id: ActivityId; answer: Answer | null }) {
  const t = useT();
  return (
    <fieldset className="question">
      <legend>
        <span className="question-picture" aria-hidden="true">
          <Icon name={PICTURES[id]} />
        </span>
        <span>{t(`interests:activity.${id}`)}</span>
      </legend>
      <div className="tiles">
        {ANSWERS.map((option) => (
          <label key={option} className="tile" data-answer={option}>
            <input type="radio" name={id} value={option} defaultChecked={answer === option} />
            <Icon name={ICONS[option]} />
            <span>{t(`interests:answer.${option}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
