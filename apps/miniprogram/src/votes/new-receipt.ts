import { CODE_CHARACTERS, markOf, newCode } from '@gongzhi/shared/votes/receipt';
import { platform } from '../kernel/platform/platform';

/** A receipt's code made on this device, and the mark of it that is all the server is told. */
export const newReceipt = async (voteId: string): Promise<{ code: string; mark: string }> => {
  const code = newCode(await platform.random(CODE_CHARACTERS));
  return { code, mark: markOf(voteId, code) };
};
