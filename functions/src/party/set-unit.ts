import { maySetUnit } from '@gongzhi/shared/party/rules';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import { moveAsked } from './move-asked';
import type { Handle } from './repo';
import { takesPart } from './takes-part';

export const setUnit: Handle<'setUnit'> = async ({ communityId, personId, unitId }, ctx) => {
  const { caller } = ctx;
  if (personId === caller.personId) return refuse('OWN_REPORT');
  if (!(await takesPart(communityId, unitId, ctx))) return refuse('UNIT_UNKNOWN');
  return moveAsked(ctx, { communityId, personId }, (before) => {
    const no = maySetUnit(before, { personId: caller.personId, memberId: personId });
    if (no) return no;
    const { unitName: _, ...rest } = before;
    return { after: { ...rest, unitId }, event: 'unit-set', data: { unitId } };
  });
};
