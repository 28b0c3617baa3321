import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { mayCheckOut } from '@gongzhi/shared/volunteering/check-rules';
import { recallAnswer } from '../kernel/recall-answer';
import { commitDeparture } from './commit-departure';
import { readScan } from './read-scan';
import type { Handle } from './repo';

export const checkOut: Handle<'checkOut'> = async ({ code, position: _, later, ...ids }, ctx) => {
  const { repo, caller, now } = ctx;
  const found = await repo.places.around(ids, caller.personId);
  if (!found) return refuse('NOT_FOUND');
  const { shift, place } = found;
  const scan = await readScan(ids, { way: 'out', code, later }, place, ctx);
  if (isRefusal(scan)) return scan;
  const no = mayCheckOut(shift, place, { at: scan.at, now });
  if (no) return recallAnswer(ctx, no);
  return commitDeparture(ids, found, { ...scan, personId: caller.personId, via: 'code' }, ctx);
};
