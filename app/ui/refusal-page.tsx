import type { ReactNode } from "react";
import { ButtonLink } from "./button.tsx";
import { Notice } from "./notice.tsx";
import { PageHeading } from "./page-heading.tsx";

/** A form that has no page of its own was refused: why, and the way back. */
export function RefusalPage({
  title,
  reason,
  back,
  backTo,
  children,
}: {
  title: string;
  /** Left out when nothing was tried. */
  reason?: string | undefined;
  back: string;
  backTo: string;
  children?: ReactNode;
}) {
  return (
    <>
      <PageHeading title={title} />
      {(reason ?? children) && (
        <Notice tone="warning">
          {reason && <p>{reason}</p>}
          {children}
        </Notice>
      )}
      <ButtonLink to={backTo} icon="arrow-left">
        {back}
      </ButtonLink>
    </>
  );
}
