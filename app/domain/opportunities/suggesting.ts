import { suggestSkills, type SuggestedSkill } from "../interests/suggest-skills.ts";
import { suggestSubClusters, type Suggestion } from "../interests/suggest-sub-clusters.ts";
import { MOST_SKILLS, MOST_SUB_CLUSTERS } from "./limits.ts";
import type { OpportunityContent } from "./opportunity.ts";

export interface Suggestions {
  skills: SuggestedSkill[];
  subClusters: Suggestion[];
}

/** What a text seems to be about and what can be learned there, beyond what is chosen and as far as there is room. */
export function suggestFrom(content: OpportunityContent, organization: string): Suggestions {
  const { title, summary, description, tasks, requirements, skills, subClusters, language } = content;
  const body = [description, tasks, requirements].filter(Boolean).join("\n");
  return {
    skills: suggestSkills({ title, summary, body }, { language, named: skills }).slice(0, MOST_SKILLS - skills.length),
    subClusters: suggestSubClusters({ title, summary, body, organization })
      .filter(({ code }) => !subClusters.includes(code))
      .slice(0, Math.max(0, MOST_SUB_CLUSTERS - subClusters.length)),
  };
}
