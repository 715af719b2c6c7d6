/** What letters are made of. Every style is on its element, where mail programs look; dark colors are the layout's. */
import { Link } from "@react-email/link";
import { Section } from "@react-email/section";
import { Text } from "@react-email/text";
import type { ReactNode } from "react";
import { LIGHT } from "./colors.ts";

export const FONT = "'Atkinson Hyperlegible Next', 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

export function Paragraph({ children }: { children: ReactNode }) {
  return (
    <Text className="ink" style={{ margin: "0 0 16px", fontSize: 17, lineHeight: "26px", color: LIGHT.ink }}>
      {children}
    </Text>
  );
}

export function SmallPrint({ children }: { children: ReactNode }) {
  return (
    <Text className="muted" style={{ margin: "0 0 8px", fontSize: 15, lineHeight: "22px", color: LIGHT.muted }}>
      {children}
    </Text>
  );
}

export function Address({ href, children }: { href: string; children?: string }) {
  const style = { color: LIGHT.primary, textDecoration: "underline", wordBreak: "break-word" } as const;
  return (
    <Link href={href} className="primary" style={style}>
      {children ?? href}
    </Link>
  );
}

/** What somebody wrote, line by line. */
export function Quote({ children }: { children: string }) {
  const style = { margin: "0 0 16px", backgroundColor: LIGHT.sunken, borderLeft: `4px solid ${LIGHT.accent}` };
  const lines = children.split(/\r\n|\r|\n/);
  return (
    <Section className="sunken quote" style={style}>
      <Text className="ink" style={{ margin: "12px 16px", fontSize: 16, lineHeight: "24px", color: LIGHT.ink }}>
        {lines.flatMap((line, at) => (at ? [<br key={at} />, line] : [line]))}
      </Text>
    </Section>
  );
}

export function Code({ children }: { children: string }) {
  const style = { margin: "12px 0", fontSize: 30, lineHeight: "36px", letterSpacing: 2, fontWeight: 700 };
  return (
    <Section className="sunken" style={{ margin: "0 0 16px", backgroundColor: LIGHT.sunken, textAlign: "center" }}>
      <Text className="ink" style={{ ...style, color: LIGHT.ink }}>
        {children}
      </Text>
    </Section>
  );
}

export interface Line {
  text: string;
  href: string | undefined;
  /** Said below it. */
  after?: string;
}

export function Heading({ children }: { children: string }) {
  const style = { margin: "24px 0 12px", fontSize: 20, lineHeight: "26px", color: LIGHT.ink };
  return (
    <h2 className="ink" style={style}>
      {children}
    </h2>
  );
}

export function Lines({ lines }: { lines: Line[] }) {
  const item = { margin: "0 0 12px", fontSize: 17, lineHeight: "26px", color: LIGHT.ink };
  return (
    <ul className="ink" style={{ margin: "0 0 16px", paddingLeft: 22, color: LIGHT.ink }}>
      {lines.map(({ text, href, after }, at) => (
        <li key={at} className="ink" style={item}>
          {href ? <Address href={href}>{text}</Address> : text}
          {after && <br />}
          {after}
        </li>
      ))}
    </ul>
  );
}
