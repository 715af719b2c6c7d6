import { query } from "./path-parts.ts";

/** For who looks after the platform. */
export const operatorPaths = {
  /** The development outbox. */
  outbox: {
    list: (address?: string) => `/dev/mail${query(address ? new URLSearchParams({ address }) : "")}`,
    mail: (mailId: string) => `/dev/mail/${mailId}`,
    html: (mailId: string) => `/dev/mail/${mailId}/html`,
  },
  operator: {
    home: () => "/operator",
    districts: (params?: URLSearchParams | string) => `/operator/districts${query(params)}`,
    hosts: (districtId: string, done?: "added" | "removed") =>
      `/operator/districts/${districtId}/hosts${query(done && `done=${done}`)}`,
    hostRemoval: (hostId: string) => `/operator/hosts/${hostId}/removal`,
    regions: (done?: "saved") => `/operator/regions${query(done && `done=${done}`)}`,
    region: (regionId: string) => `/operator/regions/${regionId}`,
    jobs: (done?: string) => `/operator/jobs${query(done && `done=${done}`)}`,
    jobDecision: (jobId: string) => `/operator/jobs/${jobId}/decision`,
    mail: (done?: string) => `/operator/mail${query(done && `done=${done}`)}`,
    mailDecision: (mailId: string) => `/operator/mail/${mailId}/decision`,
    lifting: () => "/operator/mail/lifting",
  },
};
