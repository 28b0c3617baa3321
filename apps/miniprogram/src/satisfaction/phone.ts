import { CALL_BACK_BYTES, callBackCodeOf } from '@gongzhi/shared/satisfaction/call-back-codes';
import { platform } from '../kernel/platform/platform';
import { makeKeptAnswers } from './kept-answers';
import { makeKeptCallBacks } from './kept-call-backs';

/** What this phone answered. */
export const keptAnswers = makeKeptAnswers(platform.storage);

/** Call-back codes of answers by code that are on their way. */
export const callBacks = makeKeptCallBacks(platform.storage, async () =>
  callBackCodeOf(await platform.random(CALL_BACK_BYTES)),
);

const DEVICE = 'satisfaction device';
const BYTES = 16;
/** 128 unpredictable bits in hex. */
export const newTicket = async (): Promise<string> =>
  Array.from(await platform.random(BYTES), (byte) => byte.toString(16).padStart(2, '0')).join('');
/** What this phone calls itself in rounds; made once, and sealed anew by the server in each round. */
export const deviceOf = async (): Promise<string> => {
  const known = platform.storage.read(DEVICE);
  if (known) return known;
  const made = await newTicket();
  platform.storage.write(DEVICE, made);
  return made;
};
