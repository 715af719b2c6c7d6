import type { WaitingWork } from "#app/domain/districts/waiting-work.server.ts";
import { paths } from "#app/http/paths.ts";
import type { Template } from "./letter.ts";
import { Lines, Paragraph } from "./parts.tsx";

const DESK = {
  awaiting: paths.coordinator.review("queue=awaiting"),
  closing: paths.coordinator.review("queue=closing"),
  unconfirmed: paths.coordinator.review("queue=unconfirmed"),
  requested: paths.coordinator.partnerships(),
  ending: paths.coordinator.partnerships(),
} satisfies Record<keyof WaitingWork, string>;

export interface SummedUpWeek {
  district: string;
  work: WaitingWork;
}

export const weekSummedUp: Template<SummedUpWeek> = ({ district, work }, { t, open }) => {
  const waiting = (Object.keys(DESK) as (keyof WaitingWork)[]).filter((thing) => work[thing] > 0);
  const count = waiting.reduce((sum, thing) => sum + work[thing], 0);
  return {
    subject: t("mail:letters.coordinator-week-summed-up.subject"),
    preheader: t("mail:letters.coordinator-week-summed-up.preheader", { count, district }),
    body: (
      <>
        <Paragraph>{t("mail:letters.coordinator-week-summed-up.text", { district })}</Paragraph>
        <Lines
          lines={waiting.map((thing) => ({
            text: t(`mail:letters.coordinator-week-summed-up.${thing}`, { count: work[thing] }),
            href: open(DESK[thing]),
          }))}
        />
      </>
    ),
    action: { label: t("mail:letters.coordinator-week-summed-up.button"), href: open(paths.coordinator.home()) },
    why: t("mail:letters.why.coordinator", { district }),
  };
};
