import { Link } from "@remix-run/react";
import type { ButtonHTMLAttributes, ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger" | "accent";

interface Look {
  variant?: ButtonVariant;
  icon?: IconName;
}

const classes = (variant: ButtonVariant, more?: string) => `btn btn-${variant}${more ? ` ${more}` : ""}`;

/** Sends its form unless `type` says otherwise, so it works before any script does. */
export function Button({
  variant = "primary",
  icon,
  className,
  children,
  ...rest
}: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button {...rest} className={classes(variant, className)}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

export function ButtonLink({
  to,
  variant = "primary",
  icon,
  className,
  children,
}: Look & { to: string; className?: string; children: ReactNode }) {
  return (
    <Link to={to} className={classes(variant, className)}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}
