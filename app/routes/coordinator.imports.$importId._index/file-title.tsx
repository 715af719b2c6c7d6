import type { ReactNode } from "react";

/** A heading that names a file: names have no spaces to break at. */
export const FileTitle = ({ children }: { children: ReactNode }) => <span className="wrap-anywhere">{children}</span>;
