import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { checkWords } from '../kernel/check-words';
import { findByCode } from './find-by-code';
import { askingOf } from './list-invitations';
import { recordAnswer, type Giving } from './record-answer';
import type { Deps, Handle } from './repo';

export const askByCode: Handle<'askByCode'> = async (asked, ctx) => {
  const found = await findByCode(asked, ctx);
  if (!found) return refuse('ANSWER_CODE_WRONG');
  const { round, unit } = found;
  const [item, mark] = await Promise.all([
    ctx.repo.rounds.read(round),
    ctx.repo.marks.read(round, unit.unitId, unit.wave),
  ]);
  return item && mark ? askingOf(item, mark, ctx.now) : refuse('ANSWER_CODE_WRONG');
};

type With = Pick<Deps, 'repo' | 'seals' | 'codes'> & { now: Date };
/** Records an answer to the invitation of a code: whoever has the code answers for the household, and one of them does. */
const record = async (by: { communityId: string; code: string }, giving: Giving, deps: With) => {
  const found = await findByCode(by, deps);
  if (!found) return refuse('ANSWER_CODE_WRONG');
  const recorded = await recordAnswer({ ...found, giving }, deps);
  if (!isRefusal(recorded)) return recorded;
  const { refused, ...facts } = recorded;
  if (refused === 'NOT_FOUND') return refuse('ANSWER_CODE_WRONG');
  return refused === 'SURVEY_ANSWERED' ? refuse('ANSWER_CODE_USED') : { ...facts, refused };
};

/** Nobody is signed in, so that WeChat cannot be asked about the word; it is published nowhere, and read by the one responsible. */
export const answerByCode: Handle<'answerByCode'> = ({ communityId, code, ...given }, ctx) =>
  record({ communityId, code }, { ...given, channel: 'paper' }, ctx);

/** The word is checked in the worker's name, who writes it down. */
export const answerForResident: Handle<'answerForResident'> = async ({ communityId, code, answer, ticket }, ctx) => {
  const checked = answer.word && (await checkWords({ title: '满意度调查', text: answer.word }, ctx));
  if (checked && isRefusal(checked)) return checked;
  return record({ communityId, code }, { answer, ticket, channel: 'assisted', helper: ctx.caller.personId }, ctx);
};
