/** The frame of every mail: who writes, the letter with its one button, why it came and how to stop it. */
import { Body } from "@react-email/body";
import { Button } from "@react-email/button";
import { Container } from "@react-email/container";
import { Head } from "@react-email/head";
import { Heading } from "@react-email/heading";
import { Hr } from "@react-email/hr";
import { Html } from "@react-email/html";
import { Preview } from "@react-email/preview";
import { Section } from "@react-email/section";
import { Text } from "@react-email/text";
import { paths } from "#app/http/paths.ts";
import { colorsOf, DARK, LIGHT } from "./colors.ts";
import type { Letter, Writing } from "./letter.ts";
import { Address, FONT, SmallPrint } from "./parts.tsx";

const styleOf = (dark: typeof DARK) => `@media (prefers-color-scheme: dark) {
  .canvas { background-color: ${DARK.canvas} !important }
  .canvas td { background-color: transparent !important }
  .surface { background-color: ${DARK.surface} !important; border-color: ${DARK.line} !important }
  .sunken { background-color: ${DARK.sunken} !important }
  .quote { border-color: ${DARK.accent} !important }
  .ink { color: ${DARK.ink} !important }
  .muted { color: ${DARK.muted} !important }
  .primary { color: ${dark.primary} !important }
  .line { border-color: ${DARK.line} !important }
  .action { background-color: ${dark.primary} !important; color: ${dark["on-primary"]} !important }
}
@media (max-width: 480px) {
  .page { padding: 12px 8px !important }
  .surface { padding: 18px 14px !important }
}`;

interface Props {
  letter: Letter;
  writing: Writing;
  /** Both null for what is always sent; a digest is stopped by choosing. */
  unsubscribe: string | null;
  choose: string | null;
}

export function Layout({ letter, writing, unsubscribe, choose }: Props) {
  const { subject, preheader, body, action, after, why } = letter;
  return (
    <Html lang={writing.locale}>
      <Head>
        <title>{subject}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{styleOf(colorsOf(writing.district?.color ?? null).dark)}</style>
      </Head>
      <Body className="canvas" style={{ backgroundColor: LIGHT.canvas, fontFamily: FONT, margin: 0 }}>
        <Preview>{preheader}</Preview>
        <Container className="canvas page" style={{ maxWidth: 600, padding: 24, backgroundColor: LIGHT.canvas }}>
          <Sender writing={writing} />
          <Section
            className="surface"
            style={{ backgroundColor: LIGHT.surface, border: `1px solid ${LIGHT.line}`, borderRadius: 12, padding: 28 }}
          >
            <Heading as="h1" className="ink" style={{ margin: "0 0 16px", ...HEADING }}>
              {subject}
            </Heading>
            {body}
            {action && <Action {...action} writing={writing} />}
            {after}
          </Section>
          <Section style={{ padding: "20px 4px 0" }}>
            <SmallPrint>{why}</SmallPrint>
            <Help writing={writing} />
            {(unsubscribe || choose) && <Hr className="line" style={{ margin: "12px 0", borderColor: LIGHT.line }} />}
            {unsubscribe && (
              <SmallPrint>
                <Address href={unsubscribe}>{writing.t("mail:letters.frame.stop")}</Address>
              </SmallPrint>
            )}
            {choose && (
              <SmallPrint>
                <Address href={choose}>{writing.t("mail:letters.frame.choose")}</Address>
              </SmallPrint>
            )}
          </Section>
        </Container>
      </Body>
    </Html>
  );
}

const HEADING = { fontSize: 24, lineHeight: "31px", fontWeight: 700, color: LIGHT.ink };

function Sender({ writing: { t, district } }: { writing: Writing }) {
  const { primary: color } = colorsOf(district?.color ?? null).light;
  const style = { margin: "0 4px 16px", fontSize: 17, lineHeight: "24px", fontWeight: 700, color };
  return (
    <Text className="primary" style={style}>
      {district ? t("mail:letters.frame.from", { district: district.name }) : t("brand")}
    </Text>
  );
}

function Action({ label, href, writing: { t, district } }: { label: string; href: string; writing: Writing }) {
  const { light } = colorsOf(district?.color ?? null);
  const colors = { backgroundColor: light.primary, color: light["on-primary"] };
  return (
    <>
      <Section style={{ margin: "8px 0 16px" }}>
        <Button
          href={href}
          className="action"
          style={{ ...colors, padding: "14px 24px", borderRadius: 8, fontSize: 17, fontWeight: 700 }}
        >
          {label}
        </Button>
      </Section>
      <Section className="in-words" style={{ marginBottom: 16 }}>
        <SmallPrint>
          {t("mail:letters.frame.link")} <Address href={href} />
        </SmallPrint>
      </Section>
    </>
  );
}

function Help({ writing: { t, locale, district, open } }: { writing: Writing }) {
  return (
    <SmallPrint>
      {district ? (
        <>
          {t("mail:letters.frame.help_district")}{" "}
          <Address href={`mailto:${district.contactEmail}`}>{district.contactEmail}</Address>
        </>
      ) : (
        <>
          {t("mail:letters.frame.help_site")} <Address href={open(paths.home(locale))} />
        </>
      )}
    </SmallPrint>
  );
}
