import { isLive } from '@gongzhi/shared/reports/rules';
import type { PartyMember } from '../kernel/party';
import type { Deps } from './repo';
import type { EvaluationItem } from './repo-evaluations';
import type { OfMember } from './repo-reports';

/** An evaluation whose membership still is the one that stands: others say nothing of it and see nothing of it. */
export const findEvaluation = async (
  of: OfMember,
  { repo, party }: Pick<Deps, 'repo' | 'party'>,
): Promise<{ evaluation: EvaluationItem; member: PartyMember } | undefined> => {
  const [evaluation, member] = await Promise.all([
    repo.evaluations.read(of),
    party.member(of.communityId, of.memberId),
  ]);
  return evaluation && member && isLive(evaluation, member) ? { evaluation, member } : undefined;
};
