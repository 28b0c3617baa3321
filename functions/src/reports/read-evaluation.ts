import { refuse } from '@gongzhi/shared/kernel/refusals';
import { beside } from '@gongzhi/shared/reports/evaluation-rules';
import type { Ctx } from '../kernel/caller';
import type { ReadAs } from '../kernel/party-log';
import { findEvaluation } from './find-evaluation';
import { findMember } from './find-member';
import { logReading } from './log-reading';
import type { Deps, Handle } from './repo';
import type { EvaluationItem } from './repo-evaluations';
import type { OfMember } from './repo-reports';

const show = async (of: OfMember, { name, openedAt, criteria }: EvaluationItem, { repo }: Pick<Deps, 'repo'>) => {
  const [asked, said] = await Promise.all([
    repo.settings.criteriaOf(of.communityId, criteria),
    repo.evaluations.said(of),
  ]);
  const { memberId, period } = of;
  return beside({ memberId, name, period, openedAt }, asked, said);
};

/** The member reads it always, also after the consent has ended. */
export const readMyEvaluation: Handle<'readMyEvaluation'> = async ({ communityId, period }, ctx) => {
  const of = { communityId, period, memberId: ctx.caller.personId };
  const evaluation = await ctx.repo.evaluations.read(of);
  return evaluation ? show(of, evaluation, ctx) : refuse('NOT_FOUND');
};

export const readEvaluation: Handle<'readEvaluation'> = async (of, ctx) => {
  const { communityId, memberId } = of;
  const own = await findMember(communityId, memberId, ctx);
  const found = own && (await findEvaluation(of, ctx));
  if (!found) return refuse('NOT_FOUND');
  await logReading({ communityId, as: 'secretary', what: 'evaluation' }, [memberId], ctx);
  return show(of, found.evaluation, ctx);
};

type Page = Awaited<ReturnType<Deps['repo']['evaluations']['list']>>;
/** Of a page those whose membership still stands, by name, each kept as a reading. */
const toAnswer = async (communityId: string, { items, next }: Page, as: ReadAs, ctx: Deps & Ctx) => {
  const ofs = items.map(({ sk, memberId }) => ({ communityId, memberId, period: sk.split('#')[0] ?? '' }));
  const found = await Promise.all(ofs.map((of) => findEvaluation(of, ctx)));
  const shown = ofs.flatMap(({ memberId, period }, i) => {
    const name = found[i]?.evaluation.name;
    return name === undefined || memberId === ctx.caller.personId ? [] : [{ memberId, period, name }];
  });
  const ids = shown.map(({ memberId }) => memberId);
  await logReading({ communityId, as, what: 'evaluation' }, ids, ctx);
  return { items: shown, next };
};

export const listToAnswer: Handle<'listToAnswer'> = async ({ communityId, cursor }, ctx) =>
  toAnswer(communityId, await ctx.repo.evaluations.list(communityId, cursor), 'worker', ctx);

export const listUnitToAnswer: Handle<'listUnitToAnswer'> = async ({ communityId, cursor }, ctx) => {
  const [unitId, { unitSide }] = await Promise.all([
    ctx.units.unitOf(communityId, ctx.caller.personId),
    ctx.repo.settings.rule(communityId),
  ]);
  if (!unitId || !unitSide) return { items: [] };
  return toAnswer(communityId, await ctx.repo.evaluations.ofUnit(communityId, unitId, cursor), 'unit', ctx);
};
