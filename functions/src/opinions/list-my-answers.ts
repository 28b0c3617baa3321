import { PAGE_SIZE } from '@gongzhi/shared/kernel/page';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { MyStatement } from '@gongzhi/shared/opinions/model';
import type { Handle } from './repo';
import { answersOf } from './repo-answers';
import { noOf } from './repo-statements';

/** Answers lie in one item, so a page is cut from it: the cursor is the last number shown. */
export const listMyAnswers: Handle<'listMyAnswers'> = async ({ cursor, ...matter }, { repo, caller, ...ctx }) => {
  const list = `my-answers|${matter.communityId}|${matter.proposalId}`;
  const from = ctx.cursors.open(list, cursor)?.['no'] as number | undefined;
  const [facts, own, held] = await Promise.all([
    ctx.matters.read(matter.communityId, matter.proposalId),
    repo.answers.of(matter, caller.personId),
    cursor === undefined ? repo.waiting.own(matter, caller.personId) : { waiting: [], refused: [] },
  ]);
  if (!facts) return refuse('NOT_FOUND');
  const answers = answersOf(own);
  const numbers = [...answers.keys()].filter((no) => from === undefined || no < from).sort((a, b) => b - a);
  const shown = numbers.slice(0, PAGE_SIZE);
  const items = (await repo.statements.byNumber(matter, shown)).map(({ sk, body }) => ({
    no: String(noOf(sk)),
    body,
    answer: answers.get(noOf(sk)) ?? ('pass' as const),
  }));
  const statements: MyStatement[] = [
    ...held.waiting.map(({ sk, body }) => ({ statementId: sk, body, state: 'waiting' as const })),
    ...held.refused.map(({ sk, body, reason = '' }) => ({ statementId: sk, body, state: 'refused' as const, reason })),
  ];
  const next = numbers.length > PAGE_SIZE ? ctx.cursors.seal(list, { no: shown.at(-1) }) : undefined;
  return { items, next, statements };
};
