import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { MINUTE } from '@gongzhi/shared/kernel/time';
import { CODE_TRIES } from './rule-sets';

/** How many wrong codes were typed in one window; of an earlier window they count for nothing. */
export interface Tries {
  window: number;
  wrong: number;
}
/** Who is counted: the worker who types for residents, or all those of a community together who are not signed in. */
export type Trier = 'person' | 'community';

const SAYS = { person: 'ANSWER_CODE_TRIES', community: 'ANSWER_CODE_PAUSED' } as const;
const LENGTH = CODE_TRIES.windowMinutes * MINUTE;

/** The window an instant lies in. */
export const windowOf = (now: Date): number => Math.floor(now.getTime() / LENGTH);

/** Whether another code may be typed now, a right one too: a limit that let right ones through would stop nobody. `minutes`: until the window ends. */
export const mayTryCode = <T extends Trier>(
  trier: T,
  tries: Tries | undefined,
  now: Date,
): Refusal<(typeof SAYS)[T]> | undefined => {
  const window = windowOf(now);
  if (tries?.window !== window || tries.wrong < CODE_TRIES.most[trier]) return undefined;
  const minutes = Math.ceil(((window + 1) * LENGTH - now.getTime()) / MINUTE);
  return refuse(SAYS[trier], { minutes });
};
