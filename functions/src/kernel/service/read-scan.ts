import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import type { Ctx } from '../caller';
import { windowStart } from '../rotating-codes';
import { codeSubject } from './code-subject';
import { isProved } from './read-own-scan';
import type { InShift, PlaceItem, ServiceDeps } from './ports';

/** Wrong codes one person may type in a shift: of a million codes two are right at a time. */
const TRIES = 10;
/** A scan older than this was not sent at once: the code alone does not say whose phone saw it. */
const AT_ONCE_MS = 60_000;

interface Given {
  way: 'in' | 'out';
  code: string;
  later?: { scannedAt: string; proof: string } | undefined;
}
/** When a scan was made, the half minute its code was made in, and whether it came later. */
export interface Scan {
  at: Date;
  window: number;
  late: boolean;
}
type No = Refusal<'SHIFT_CODE_WRONG' | 'CODE_OLD' | 'PROOF_WRONG'>;
type Sources = Pick<Ctx & ServiceDeps, 'codes' | 'service' | 'caller' | 'now' | 'passKey'>;

/** The code itself says when it was shown, by the server's clock: what the phone's clock says does not matter. */
const readLater = (ids: InShift, { way, code, later }: Required<Given>, sources: Sources): Scan | No => {
  const window = sources.codes.read(codeSubject(sources.service.slice, ids), code);
  if (window === undefined) return refuse('SHIFT_CODE_WRONG');
  if (!later || !isProved(ids, { way, code, later }, sources)) return refuse('PROOF_WRONG');
  const at = windowStart(window);
  if (at > sources.now) return refuse('SHIFT_CODE_WRONG');
  return { at, window, late: sources.now.getTime() - at.getTime() > AT_ONCE_MS };
};

const readNow = async (
  ids: InShift,
  code: string,
  mine: PlaceItem | undefined,
  sources: Sources,
): Promise<Scan | No> => {
  const typed = /^\d{6}$/.test(code);
  if (typed && (!mine || (mine.misses ?? 0) >= TRIES)) return refuse('SHIFT_CODE_WRONG');
  const verdict = sources.codes.check(codeSubject(sources.service.slice, ids), code, sources.now);
  if (verdict === 'old') return refuse('CODE_OLD');
  if (verdict !== 'wrong') return { at: sources.now, window: verdict.window, late: false };
  if (typed) await sources.service.countMiss(ids, sources.caller.personId);
  return refuse('SHIFT_CODE_WRONG');
};

/** What a scan of the organiser's code proves. */
export const readScan = async (
  ids: InShift,
  given: Given,
  mine: PlaceItem | undefined,
  sources: Sources,
): Promise<Scan | No> => {
  const { way, later } = given;
  const code = given.code.trim();
  return later ? readLater(ids, { way, code, later }, sources) : readNow(ids, code, mine, sources);
};
