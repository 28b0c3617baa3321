import { WINDOW_MS } from '@gongzhi/shared/kernel/service/pass';
import { api, type Actor } from './api';

/** What the organiser's phone shows when the functions' clock goes `aheadMs` before this computer's. */
export const readShiftCode = async (
  organiser: Actor,
  shift: { communityId: string; activityId: string; shiftId: string },
  aheadMs: number,
): Promise<string> => {
  const { firstWindow, codes } = await organiser.act(api.volunteering.readDesk, shift);
  const window = Math.floor((Date.now() + aheadMs) / WINDOW_MS);
  return `GZ1.${window.toString(36)}.${(codes[window - firstWindow] ?? '').slice(0, -6)}`;
};
