import type { SubmissionResult } from "@conform-to/react";
import { useSearchParams } from "@remix-run/react";
import type { ProfilePage } from "#app/http/student-profile-form.server.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { ButtonLink } from "../button.tsx";
import { Notice } from "../notice.tsx";
import { PageHeading } from "../page-heading.tsx";
import { KeptAnswers } from "./kept-answers.tsx";
import { ProfileForm } from "./profile-form.tsx";
import { WhoReads } from "./who-reads.tsx";

interface Showing {
  title: string;
  page: ProfilePage;
  reader: "student" | "parent";
  lastResult?: SubmissionResult<string[]> | undefined;
}

const DONE = ["saved", "answers"] as const;

/** The same page for the student and for a parent, so that neither sees more than the other. */
export function StudentProfile({ title, page, reader, lastResult }: Showing) {
  const [asked] = useSearchParams();
  const done = DONE.find((word) => word === asked.get("done"));
  const t = useT();
  return (
    <>
      <PageHeading
        title={title}
        lede={t(`learner:profile.lede.${reader}`)}
        actions={
          <ButtonLink to={paths.account.forYou()} icon="compass" variant="secondary">
            {t("learner:for_you.title")}
          </ButtonLink>
        }
      />
      {done && <Notice tone="success" live title={t(`learner:profile.done.${done}`)} />}
      <WhoReads page={page} reader={reader} />
      <ProfileForm page={page} lastResult={lastResult}>
        <KeptAnswers page={page} />
      </ProfileForm>
    </>
  );
}
