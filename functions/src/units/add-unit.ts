import { isRefusal } from '@gongzhi/shared/kernel/refusals';
import type { UnitProfile } from '@gongzhi/shared/units/model';
import { checkWords } from '../kernel/check-words';
import { commit } from '../kernel/commit';
import type { Handle } from './repo';

/** All that people will read of a unit. */
export const wordsOf = ({ name, address = '', about = '' }: UnitProfile) => ({
  title: name,
  text: [name, address, about].filter(Boolean).join('\n'),
});

export const addUnit: Handle<'addUnit'> = async ({ communityId, ...profile }, ctx) => {
  const words = await checkWords(wordsOf(profile), ctx);
  if (isRefusal(words)) return words;
  const unitId = ctx.id();
  const answer = { unitId, at: ctx.now.toISOString() };
  const { kind, where } = profile;
  const event = { type: 'units.unit-added', subject: unitId, data: { kind, where } };
  return (await commit(
    ctx,
    [ctx.repo.units.addWrite({ communityId, unitId }, profile)],
    event,
    answer,
  )) as typeof answer;
};
