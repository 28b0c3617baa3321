import { refuse } from '@gongzhi/shared/kernel/refusals';
import { PROJECTS } from '@gongzhi/shared/projects/rule-sets';
import { mayJoin } from '@gongzhi/shared/projects/rules';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import type { Handle } from './repo';
import type { ProjectItem } from './repo-projects';

export const joinProject: Handle<'joinProject'> = async ({ communityId, projectId, named }, ctx) => {
  const { repo, caller } = ctx;
  const ids = { communityId, projectId };
  const project = await repo.projects.read(ids);
  if (!project) return refuse('NOT_FOUND');
  const no = mayJoin(project);
  if (no) return recallAnswer(ctx, no);
  const writes = repo.members.joinWrites(ids, caller.personId, named ? caller.displayName : undefined);
  const data = { personId: caller.personId };
  const event = { type: 'projects.project-joined', subject: projectId, data, unlisted: true } as const;
  const done = await commit(ctx, writes, event, { projectId, at: ctx.now.toISOString() });
  if (!isLost(done)) return done;
  if (done.lost === 'JOINED') return refuse('ALREADY_DONE');
  return mayJoin(done.item as unknown as ProjectItem) ?? refuse('PROJECT_FULL', { most: PROJECTS.mostMembers.value });
};

export const leaveProject: Handle<'leaveProject'> = async (project, ctx) => {
  const { personId } = ctx.caller;
  const writes = ctx.repo.members.leaveWrites(project, personId);
  const { projectId } = project;
  const event = { type: 'projects.project-left', subject: projectId, data: { personId }, unlisted: true } as const;
  const done = await commit(ctx, writes, event, { projectId, at: ctx.now.toISOString() });
  return isLost(done) ? refuse('NOT_FOUND') : done;
};
