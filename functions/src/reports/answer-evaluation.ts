import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import type { Said, Side } from '@gongzhi/shared/reports/evaluation-model';
import type { Ctx } from '../kernel/caller';
import { commit } from '../kernel/commit';
import { checkSaid } from './check-said';
import { findEvaluation } from './find-evaluation';
import { maySay } from './may-say';
import { spanSince } from './prepare-one';
import type { Deps, Handle } from './repo';
import type { OfMember } from './repo-reports';

/** Sides that see the record, and so may point at its lines. */
const SEES: readonly Side[] = ['self', 'branch'];

const known = async (
  { since, ...of }: OfMember & { since: string },
  side: Side,
  said: readonly Said[],
  { lines }: Pick<Deps, 'lines'>,
) => {
  const refs = said.flatMap((one) => one.refs);
  if (refs.length === 0) return true;
  const { from, to } = spanSince(of.period, since);
  const within = refs.every((ref) => ref.from >= from && ref.from < to);
  return SEES.includes(side) && within && lines.have({ communityId: of.communityId, volunteerId: of.memberId }, refs);
};

/** What the caller is to answer for a side, or why not; whoever may not speak for it hears of no evaluation. */
const askedOf = async (of: OfMember, side: Side, ctx: Deps & Ctx) => {
  const found = await findEvaluation(of, ctx);
  if (!found) return refuse(of.memberId === ctx.caller.personId ? 'EVALUATION_SHUT' : 'NOT_FOUND');
  const { communityId } = of;
  if (!(await maySay(side, { communityId, ...found }, ctx))) return refuse('NOT_FOUND');
  const { items } = await ctx.repo.settings.criteriaOf(communityId, found.evaluation.criteria);
  return { items, since: found.evaluation.since };
};

export const readQuestions: Handle<'readQuestions'> = async ({ side, ...of }, ctx) => {
  const asked = await askedOf(of, side, ctx);
  return isRefusal(asked) ? asked : { items: asked.items };
};

export const answerEvaluation: Handle<'answerEvaluation'> = async ({ side, said, ...of }, ctx) => {
  const { memberId, period } = of;
  const asked = await askedOf(of, side, ctx);
  if (isRefusal(asked)) return asked;
  const ids = new Set(asked.items.map(({ criterionId }) => criterionId));
  if (said.some(({ criterionId }) => !ids.has(criterionId))) return refuse('NOT_FOUND');
  if (!(await known({ ...of, since: asked.since }, side, said, ctx))) return refuse('REFS_UNKNOWN');
  const risky = await checkSaid('评议', said.map(({ words }) => words).join('\n'), ctx);
  if (risky) return risky;
  const at = ctx.now.toISOString();
  const write = ctx.repo.evaluations.sideWrite(of, side, { at, by: ctx.caller.personId, said });
  const data = { memberId, period, side };
  const event = { type: 'reports.evaluation-answered', subject: `evaluations/${memberId}`, data };
  const answer = { memberId, period, at };
  return (await commit(ctx, [write], event, answer)) as typeof answer;
};
