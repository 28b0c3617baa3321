import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import type { CheckReceipt } from '@gongzhi/shared/kernel/service/contract';
import type { Band, Via } from '@gongzhi/shared/kernel/service/model';
import type { Ctx } from '../caller';
import { commit, isLost } from '../commit';
import { recallAnswer } from '../recall-answer';
import type { InShift, ServiceDeps } from './ports';

/** What was seen of somebody's coming or going. */
export interface Check {
  personId: string;
  at: Date;
  via: Via;
  band?: Band;
  late?: boolean;
  window?: number;
}
const given = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== false));

/** Somebody came: only their own place is touched. */
export const commitArrival = async (
  ids: InShift,
  { personId, at, via, band, late, window }: Check,
  ctx: Ctx & Pick<ServiceDeps, 'service'>,
): Promise<CheckReceipt | Refusal<'ALREADY_DONE'>> => {
  const set = Object.entries(given({ inAt: at.toISOString(), inVia: via, band, late, window }));
  const write = ctx.service.placeWrite(ids, personId, {
    to: `SET ${set.map(([name]) => `#${name} = :${name}`).join(', ')}`,
    when: '#place = :taken AND attribute_not_exists(#inAt)',
    lost: 'THERE',
    values: { ':taken': 'taken', ...Object.fromEntries(set.map(([name, value]) => [`:${name}`, value])) },
  });
  const { shiftId, activityId } = ids;
  const event = {
    type: `${ctx.service.slice}.checked-in`,
    unlisted: true as const,
    subject: activityId,
    data: { shiftId, volunteerId: personId, via, ...given({ band, late }) },
  };
  const answer: CheckReceipt = { shiftId, personId, at: at.toISOString(), ...given({ band, late }) };
  const done = await commit(ctx, [write], event, answer);
  return isLost(done) ? recallAnswer<CheckReceipt, Refusal<'ALREADY_DONE'>>(ctx, refuse('ALREADY_DONE')) : done;
};
