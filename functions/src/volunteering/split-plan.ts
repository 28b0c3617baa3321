import type { Plan } from '@gongzhi/shared/volunteering/model';
import type { HeadItem, TextItem } from './repo-activities';

/** A plan as it is kept: what lists show, and what is read of one activity alone. */
export const splitPlan = (
  plan: Plan & { requestId?: string | undefined; projectId?: string | undefined },
): {
  head: Pick<HeadItem, 'title' | 'by' | 'kind' | 'place' | 'spot' | 'skills' | 'minors' | 'risky' | 'insured'>;
  text: TextItem;
} => {
  const { title, by, kind, place, spot, skills, minors, risky, about, bring, risk, insurance, requestId, projectId } =
    plan;
  return {
    head: {
      ...{ title, by, kind, place, minors, risky },
      skills: [...new Set(skills)],
      insured: insurance !== undefined,
      ...(spot ? { spot } : {}),
    },
    text: {
      about,
      ...(bring ? { bring } : {}),
      ...(risk ? { risk } : {}),
      ...(insurance ? { insurance } : {}),
      ...(requestId ? { requestId } : {}),
      ...(projectId ? { projectId } : {}),
    },
  };
};
