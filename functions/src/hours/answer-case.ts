import { mayAnswerCase } from '@gongzhi/shared/hours/case-rules';
import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { checkWords } from './check-words';
import type { Handle } from './repo';

type Decided = Refusal<'ALREADY_DECIDED'>;

/** The answer stands at once; what it means for the ledger is carried out when its event arrives (on-events). */
export const answerCase: Handle<'answerCase'> = async ({ communityId, caseId, verdict, words }, ctx) => {
  const { repo, caller, now } = ctx;
  const item = await repo.cases.read(communityId, caseId);
  if (!item) return refuse('NOT_FOUND');
  const no = mayAnswerCase(item, { ...caller, organises: item.organiserId === caller.personId });
  if (no) return no.refused === 'ALREADY_DECIDED' ? recallAnswer<never, Decided>(ctx, no as Decided) : no;
  const risky = await checkWords(ctx, words);
  if (risky) return risky;
  const at = now.toISOString();
  const state = verdict === 'accept' ? ('accepted' as const) : ('declined' as const);
  const said = { state, answer: words, answeredAt: at, answeredBy: caller.displayName };
  const { volunteerId, dueAt } = item;
  const data = { caseId, kind: item.kind, volunteerId, accepted: verdict === 'accept', late: at >= dueAt };
  const event = { type: 'hours.case-answered', subject: `hours/${volunteerId}`, data };
  const write = repo.cases.answerWrite(communityId, caseId, said);
  const done = await commit(ctx, [write], event, { caseId, state, dueAt, at });
  return isLost(done) ? refuse('ALREADY_DECIDED') : done;
};
