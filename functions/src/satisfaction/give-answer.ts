import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { checkWords } from '../kernel/check-words';
import { recordAnswer } from './record-answer';
import type { Handle } from './repo';
import { unitOf } from './unit-of';

/** The word is read by the one responsible alone, so that a check which is not sure keeps nobody waiting. */
export const giveAnswer: Handle<'giveAnswer'> = async ({ communityId, roundId, subject, ...given }, ctx) => {
  const unit = unitOf(subject, ctx.caller);
  if (!unit) return refuse('NOT_FOUND');
  const { word } = given.answer;
  const checked = word && (await checkWords({ title: '满意度调查', text: word }, ctx));
  if (checked && isRefusal(checked)) return checked;
  return recordAnswer({ round: { communityId, roundId }, unit, giving: { ...given, channel: 'app' } }, ctx);
};
