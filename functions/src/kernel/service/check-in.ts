import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { mayArrive, mayCheckIn } from '@gongzhi/shared/kernel/service/check-rules';
import { recallAnswer } from '../recall-answer';
import { commitArrival } from './commit-arrival';
import { placeBand } from './place-band';
import { readScan } from './read-scan';
import type { HandleCheck } from './ports';

export const checkIn: HandleCheck<'checkIn'> = async ({ code, position, later, ...ids }, ctx) => {
  const { service, caller, now } = ctx;
  const found = await service.around(ids, caller.personId);
  if (!found) return refuse('NOT_FOUND');
  const { head, shift, place } = found;
  const scan = await readScan(ids, { way: 'in', code, later }, place, ctx);
  if (isRefusal(scan)) return scan;
  const no = mayArrive(head.status, later !== undefined) ?? mayCheckIn(shift, place, { at: scan.at, now });
  if (no) return recallAnswer(ctx, no);
  const band = placeBand(head.spot, position);
  return commitArrival(ids, { ...scan, personId: caller.personId, via: 'code', band }, ctx);
};
