import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

export type TagTone = "neutral" | "primary" | "success" | "warning" | "danger" | "info";

/** A short word about a thing: its state, its kind. `group` (01..06) colors it by career-cluster group. */
export function Tag({
  tone = "neutral",
  group,
  icon,
  children,
}: {
  tone?: TagTone;
  group?: string;
  icon?: IconName;
  children: ReactNode;
}) {
  return (
    <span className={`tag tag-${tone}`} data-group={group}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  );
}
