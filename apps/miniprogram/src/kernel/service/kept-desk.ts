import type { Output } from '@gongzhi/shared/kernel/contract';
import type { ServiceRoutes } from '@gongzhi/shared/kernel/service/contract';
import { WINDOW_MS } from '@gongzhi/shared/kernel/service/pass';
import type { Storage } from '../platform/port';

type Desk = Omit<Output<ServiceRoutes['readDesk']>, 'now'>;
/** What an organiser's phone holds to run a shift without a network. `ahead`: how far the server's clock is ahead, ms. */
export interface KeptDesk extends Desk {
  personId: string;
  at: string;
  ahead: number;
}

const KEY = 'service-desks';
/** Shifts prepared for at once; the codes of one weigh some 50 KB. */
const KEPT = 3;

const desksIn = (storage: Storage): KeptDesk[] => {
  try {
    const found: unknown = JSON.parse(storage.read(KEY) ?? '[]');
    return Array.isArray(found) ? (found as KeptDesk[]).filter((desk) => Array.isArray(desk?.codes)) : [];
  } catch {
    return [];
  }
};

/** What is kept for this person of this shift; what another person prepared is not theirs. */
export const readDeskKept = (storage: Storage, shiftId: string, personId: string): KeptDesk | undefined =>
  desksIn(storage).find((desk) => desk.shift.shiftId === shiftId && desk.personId === personId);

export const writeDeskKept = (storage: Storage, desk: KeptDesk): void => {
  const others = desksIn(storage).filter(
    ({ shift, personId }) => shift.shiftId !== desk.shift.shiftId && personId === desk.personId,
  );
  storage.write(KEY, JSON.stringify([desk, ...others].slice(0, KEPT)));
};

/** The digits at the end of a code that may be read out instead. */
const DIGITS = 6;
export interface ShownCode {
  text: string;
  digits: string;
}
/** The code of this half minute; undefined before the first and after the last. */
export const codeAt = (
  { firstWindow, codes }: Pick<Desk, 'firstWindow' | 'codes'>,
  now: Date,
): ShownCode | undefined => {
  const window = Math.floor(now.getTime() / WINDOW_MS);
  const code = codes[window - firstWindow];
  if (!code) return undefined;
  return { text: `GZ1.${window.toString(36)}.${code.slice(0, -DIGITS)}`, digits: code.slice(-DIGITS) };
};
