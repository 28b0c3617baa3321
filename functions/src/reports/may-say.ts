import type { Side } from '@gongzhi/shared/reports/evaluation-model';
import type { Ctx } from '../kernel/caller';
import type { PartyMember } from '../kernel/party';
import type { Deps } from './repo';
import type { EvaluationItem } from './repo-evaluations';

interface About {
  communityId: string;
  evaluation: EvaluationItem;
  member: PartyMember;
}
type Sources = Pick<Deps, 'party' | 'units' | 'repo'> & Pick<Ctx, 'caller'>;

/** Who speaks for each side. Nobody speaks of themselves for another side than their own. */
const SPEAKS: Readonly<Record<Side, (about: About, sources: Sources) => Promise<boolean>>> = {
  self: async ({ member }, { caller }) => member.personId === caller.personId,
  branch: async ({ communityId, member }, { party, caller }) =>
    (await party.branchOf(communityId, caller.personId))?.branchId === member.branchId,
  community: async (_, { caller }) => caller.roles.includes('worker'),
  unit: async ({ communityId, evaluation }, { units, repo, caller }) => {
    const { unitSide } = await repo.settings.rule(communityId);
    if (!unitSide || !evaluation.unitId || !caller.roles.includes('unitContact')) return false;
    return (await units.unitOf(communityId, caller.personId)) === evaluation.unitId;
  },
};

export const maySay = async (side: Side, about: About, sources: Sources): Promise<boolean> => {
  const ofThemselves = about.member.personId === sources.caller.personId;
  return ofThemselves === (side === 'self') && SPEAKS[side](about, sources);
};
