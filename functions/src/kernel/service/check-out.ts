import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { mayCheckOut } from '@gongzhi/shared/kernel/service/check-rules';
import { recallAnswer } from '../recall-answer';
import { commitDeparture } from './commit-departure';
import { readScan, type Scan } from './read-scan';
import type { HandleCheck, PlaceItem } from './ports';

/** A code one came with does not let one leave. */
const isReplayed = ({ window }: Scan, place: PlaceItem | undefined): boolean =>
  place?.window !== undefined && window <= place.window;

export const checkOut: HandleCheck<'checkOut'> = async ({ code, position: _, later, ...ids }, ctx) => {
  const { service, caller, now } = ctx;
  const found = await service.around(ids, caller.personId);
  if (!found) return refuse('NOT_FOUND');
  const { shift, place } = found;
  const scan = await readScan(ids, { way: 'out', code, later }, place, ctx);
  if (isRefusal(scan)) return scan;
  if (isReplayed(scan, place)) return refuse('CODE_REPLAYED');
  const no = mayCheckOut(shift, place, { at: scan.at, now });
  if (no) return recallAnswer(ctx, no);
  return commitDeparture(ids, found, { ...scan, personId: caller.personId, via: 'code' }, ctx);
};
