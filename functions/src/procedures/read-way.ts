import { isRefusal } from '@gongzhi/shared/kernel/refusals';
import { mayBeginAnew } from '@gongzhi/shared/kernel/ways/rounds';
import { showWay } from '@gongzhi/shared/procedures/show-way';
import { findWay } from './find-way';
import type { Handle } from './repo';

export const readWay: Handle<'readWay'> = async (ids, ctx) => {
  const here = await findWay(ids, ctx);
  if (isRefusal(here)) return here;
  const { procedure, item, judged, matter, facts } = here;
  const { procedureId, name, force, source, sourceDate, verified, ruleIds } = procedure;
  return {
    ...{ procedureId, name, force, source, sourceDate, verified, ruleIds: [...ruleIds] },
    ...{ chosen: item.chosen, rulesVersion: item.rulesVersion },
    ...(item.kind ? { kind: item.kind } : {}),
    ...showWay(procedure, judged, item.numbers),
    objections: { raised: item.raised, answered: item.answered },
    ...(matter.voteId ? { voteId: matter.voteId } : {}),
    ...(matter.pastVotes ? { pastVotes: matter.pastVotes } : {}),
    ...(matter.voteId && mayBeginAnew(procedure, facts, matter) ? { mayBeginAnew: true } : {}),
  };
};
