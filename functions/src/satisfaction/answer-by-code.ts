import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import type { Trier } from '@gongzhi/shared/satisfaction/code-tries';
import { checkWords } from '../kernel/check-words';
import { askingOf } from './list-invitations';
import { recordAnswer, type Giving } from './record-answer';
import type { Deps, Handle } from './repo';
import { tryCode, type Typed } from './try-code';

export const askByCode: Handle<'askByCode'> = async (asked, ctx) => {
  const found = await tryCode({ ...asked, trier: 'community' }, ctx);
  if (isRefusal(found)) return found;
  const { round, unit } = found;
  const [item, mark] = await Promise.all([
    ctx.repo.rounds.read(round),
    ctx.repo.marks.read(round, unit.unitId, unit.wave),
  ]);
  return item && mark ? askingOf(item, mark, ctx.now) : refuse('ANSWER_CODE_WRONG');
};

type With = Pick<Deps, 'repo' | 'seals' | 'codes'> & { now: Date };
/** Records an answer to the invitation of a code: whoever has the code answers for the household, and one of them does. */
const record = async <T extends Trier>(typed: Typed<T>, giving: Giving, deps: With) => {
  const found = await tryCode(typed, deps);
  if (isRefusal(found)) return found;
  const recorded = await recordAnswer({ ...found, giving }, deps);
  if (!isRefusal(recorded)) return recorded;
  const { refused, ...facts } = recorded;
  if (refused === 'NOT_FOUND') return refuse('ANSWER_CODE_WRONG');
  return refused === 'SURVEY_ANSWERED' ? refuse('ANSWER_CODE_USED') : { ...facts, refused };
};

/** Nobody is signed in, so that WeChat cannot be asked about the word; it is published nowhere, and read by the one responsible. */
export const answerByCode: Handle<'answerByCode'> = ({ communityId, code, ...given }, ctx) =>
  record({ communityId, code, trier: 'community' }, { ...given, channel: 'paper' }, ctx);

/** The word is checked in the worker's name, who writes it down. */
export const answerForResident: Handle<'answerForResident'> = async ({ communityId, code, answer, ticket }, ctx) => {
  const checked = answer.word && (await checkWords({ title: '满意度调查', text: answer.word }, ctx));
  if (checked && isRefusal(checked)) return checked;
  const { personId } = ctx.caller;
  const giving = { answer, ticket, channel: 'assisted' as const, helper: personId };
  return record({ communityId, code, trier: 'person', personId }, giving, ctx);
};
