import { isRefusal, refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import type { ProjectPlan } from '@gongzhi/shared/projects/project';
import { mayStand } from '@gongzhi/shared/projects/rules';
import { checkWords } from '../kernel/check-words';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import type { Deps, Handle } from './repo';

/** The need and the resources a project is made of, all of them open. */
const sourcesOf = async (communityId: string, { needId, resourceIds }: ProjectPlan, { repo }: Pick<Deps, 'repo'>) => {
  const [need, resources] = await Promise.all([
    needId === undefined ? undefined : repo.needs.read(communityId, needId),
    repo.resources.all(communityId, resourceIds),
  ]);
  if (needId !== undefined && need?.state !== 'open') return refuse('NEED_SHUT');
  const open = resources.filter(({ state }) => state === 'open');
  return open.length === resourceIds.length ? { need, resources } : refuse('RESOURCE_SHUT');
};
const mayWrite = async (
  { title, about }: ProjectPlan,
  ctx: Parameters<Handle<'startProject'>>[1],
): Promise<Refusal<'TEXT_RISKY' | 'WORDS_UNSURE'> | undefined> => {
  const words = await checkWords({ title, text: `${title}\n${about}` }, ctx);
  return isRefusal(words) ? words : mayStand(ctx.caller.roles, words.waits);
};

export const startProject: Handle<'startProject'> = async ({ communityId, plan }, ctx) => {
  const { repo, caller } = ctx;
  const sources = await sourcesOf(communityId, plan, ctx);
  if (isRefusal(sources)) return recallAnswer(ctx, sources);
  const no = await mayWrite(plan, ctx);
  if (no) return no;
  const [projectId, at, { title, about, needId }] = [ctx.id(), ctx.now.toISOString(), plan];
  const given = sources.resources.map((r) => ({
    ...{ resourceId: r.sk, title: r.title, unitId: r.unitId, unitName: r.unitName },
  }));
  const item = { title, about, leadId: caller.personId, state: 'gathering' as const, at, members: 0, steps: 0 };
  const writes = [
    ...repo.projects.startWrites(
      { communityId, projectId },
      { ...item, resources: given, ...(needId ? { needId } : {}) },
    ),
    ...(sources.need ? [repo.needs.moveWrite(communityId, sources.need, { to: 'taken', at, projectId })] : []),
    ...given.map(({ resourceId }) => repo.resources.openCheck(communityId, resourceId)),
  ];
  const data = { leadId: caller.personId, units: new Set(given.map(({ unitId }) => unitId)).size };
  const event = {
    type: 'projects.project-started',
    subject: projectId,
    data: { ...data, ...(needId ? { needId } : {}) },
  };
  const done = await commit(ctx, writes, event, { projectId, state: 'gathering' as const, at });
  if (!isLost(done)) return done;
  return refuse(done.lost === 'NEED' ? 'NEED_SHUT' : 'RESOURCE_SHUT');
};
