import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { readOwnCode } from '@gongzhi/shared/kernel/service/pass';
import { mayArrive, mayCheckIn, mayCheckOut } from '@gongzhi/shared/kernel/service/check-rules';
import { recallAnswer } from '../recall-answer';
import { commitArrival } from './commit-arrival';
import { commitDeparture } from './commit-departure';
import { findLed } from './find-led';
import { isProved, readOwnScan } from './read-own-scan';
import type { Around, HandleCheck, InShift } from './ports';

const judgeArrival = ({ head, shift, place }: Around, scanned: { at: Date; now: Date }, later: boolean) =>
  mayArrive(head.status, later) ?? mayCheckIn(shift, place, scanned);

type Given = Pick<Parameters<HandleCheck<'scanVolunteer'>>[0], 'way' | 'code' | 'later'>;
/** What is sent later is signed by the organiser's own phone. */
const readScanned = (ids: InShift, { way, code, later }: Given, ctx: Parameters<typeof isProved>[2]) => {
  const own = readOwnScan(ids, { code, at: later ? new Date(later.scannedAt) : ctx.now }, ctx);
  if (isRefusal(own) && own.refused === 'OWN_CODE_WRONG') return own;
  return later && !isProved(ids, { way, code, later }, ctx) ? refuse('PROOF_WRONG') : own;
};

/** The organiser's phone saw the volunteer's: it counts whenever it is sent, for both clocks said the same. */
export const scanVolunteer: HandleCheck<'scanVolunteer'> = async ({ way, code, later, ...ids }, ctx) => {
  const personId = readOwnCode(code)?.personId;
  if (!personId) return refuse('OWN_CODE_WRONG');
  const found = await findLed(ids, personId, ctx);
  if (isRefusal(found)) return found;
  const own = readScanned(ids, { way, code, later }, ctx);
  if (isRefusal(own)) return own;
  const scanned = { at: own.at, now: ctx.now };
  const check = { ...own, via: 'scan' as const };
  if (way === 'in') {
    const no = judgeArrival(found, scanned, later !== undefined);
    return no ? recallAnswer(ctx, no) : commitArrival(ids, check, ctx);
  }
  const no = mayCheckOut(found.shift, found.place, scanned);
  return no ? recallAnswer(ctx, no) : commitDeparture(ids, found, check, ctx);
};
