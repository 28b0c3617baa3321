import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { mayStand, mayTakePart, mayWrite } from '@gongzhi/shared/units/rules';
import { checkWords } from '../kernel/check-words';
import { commit, isLost } from '../kernel/commit';
import { wordsOf } from './add-unit';
import type { Handle } from './repo';

export const changeUnit: Handle<'changeUnit'> = async ({ communityId, unitId, ...profile }, ctx) => {
  const { repo, reader, caller } = ctx;
  const [unit, speaksFor] = await Promise.all([
    repo.units.read({ communityId, unitId }),
    reader.unitOf(communityId, caller.personId),
  ]);
  if (!unit) return refuse('NOT_FOUND');
  const asking = { roles: caller.roles, unitId: speaksFor };
  const no = mayTakePart(unit) ?? mayWrite(asking, unitId);
  if (no) return no;
  const words = await checkWords(wordsOf(profile), ctx);
  if (isRefusal(words)) return words;
  const unsure = mayStand(asking, words.waits);
  if (unsure) return unsure;
  const answer = { unitId, at: ctx.now.toISOString() };
  const { kind, where } = profile;
  const event = { type: 'units.unit-changed', subject: unitId, data: { kind, where } };
  const done = await commit(ctx, [repo.units.changeWrite({ communityId, unitId }, profile)], event, answer);
  return isLost(done) ? refuse('UNIT_CLOSED') : done;
};
