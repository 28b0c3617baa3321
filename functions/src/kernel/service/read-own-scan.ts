import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { isGenuine, proofOf, readOwnCode } from '@gongzhi/shared/kernel/service/pass';
import { CLOCK_MS } from '@gongzhi/shared/kernel/service/check-rules';
import type { Ctx } from '../caller';
import type { InShift, ServiceDeps } from './ports';

interface Later {
  scannedAt: string;
  proof: string;
}
type Sources = Pick<Ctx & ServiceDeps, 'caller' | 'now' | 'passKey'>;

/** Whether what is sent later was made with the sender's own pass, and not after now. */
export const isProved = (
  ids: InShift,
  { way, code, later }: { way: string; code: string; later: Later },
  { caller, now, passKey }: Sources,
): boolean => {
  const key = passKey({ ...ids, personId: caller.personId });
  const proof = proofOf(key, { way, code, scannedAt: later.scannedAt });
  return proof === later.proof && Date.parse(later.scannedAt) <= now.getTime() + CLOCK_MS;
};

/**
 * Whose code the organiser scanned, and when. The code on the volunteer's phone and the instant of the scan must agree: a
 * picture of a code from earlier is refused, and so is a phone whose clock is wrong.
 */
export const readOwnScan = (
  ids: InShift,
  { code, at }: { code: string; at: Date },
  sources: Pick<ServiceDeps, 'passKey'>,
): { personId: string; at: Date } | Refusal<'OWN_CODE_WRONG' | 'OWN_CODE_OLD'> => {
  const own = readOwnCode(code);
  const genuine =
    own && own.shiftId === ids.shiftId && isGenuine(sources.passKey({ ...ids, personId: own.personId }), own);
  if (!genuine) return refuse('OWN_CODE_WRONG');
  return Math.abs(at.getTime() - own.at.getTime()) > CLOCK_MS ? refuse('OWN_CODE_OLD') : { personId: own.personId, at };
};
