import { isRefusal, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { checkWords } from '../kernel/check-words';

/** A reason somebody is given: refused when risky, else it stands. Nothing to check where there is none. */
export const checkReason = async (
  title: string,
  reason: string | undefined,
  sources: Parameters<typeof checkWords>[1],
): Promise<Refusal<'TEXT_RISKY'> | undefined> => {
  const words = reason === undefined ? undefined : await checkWords({ title, text: reason }, sources);
  return isRefusal(words) ? words : undefined;
};
