import type { Role } from '@gongzhi/shared/kernel/contract';
import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import type { NeedState, ResourceState } from './model';
import type { NominationState } from './post';
import type { ProjectState } from './project';

interface Who {
  personId: string;
  roles: readonly Role[];
}

/** Where each state may lead. A need comes back when its project is called off; what ended stays ended. */
export const NEED_MOVES: Readonly<Record<NeedState, readonly NeedState[]>> = {
  waiting: ['open', 'declined', 'closed'],
  open: ['taken', 'closed'],
  taken: ['done', 'open'],
  done: [],
  closed: [],
  declined: [],
};
export const RESOURCE_MOVES: Readonly<Record<ResourceState, readonly ResourceState[]>> = {
  waiting: ['open', 'declined', 'closed'],
  open: ['closed'],
  closed: [],
  declined: [],
};
export const PROJECT_MOVES: Readonly<Record<ProjectState, readonly ProjectState[]>> = {
  gathering: ['underway', 'done', 'cancelled'],
  underway: ['done', 'cancelled'],
  done: [],
  cancelled: [],
};

/** What a new need is: a worker's stands at once unless the check was unsure, a resident's waits for a worker. */
export const needBegins = (
  roles: readonly Role[],
  waits: boolean,
): { by: 'community' | 'resident'; state: NeedState } => {
  const community = roles.includes('worker');
  return { by: community ? 'community' : 'resident', state: community && !waits ? 'open' : 'waiting' };
};
export const SHOWN_NEEDS: readonly NeedState[] = ['open', 'taken', 'done'];
/** Whether somebody may read a need: a published one everybody, any other its author and workers. */
export const maySeeNeed = (need: { state: NeedState; authorId: string }, who: Who | undefined): boolean =>
  SHOWN_NEEDS.includes(need.state) || need.authorId === who?.personId || (who?.roles.includes('worker') ?? false);

export const mayCloseNeed = (
  need: { state: NeedState; authorId: string },
  who: Who,
): Refusal<'NOT_YOURS' | 'NEED_SHUT'> | undefined => {
  if (need.authorId !== who.personId && !who.roles.includes('worker')) return refuse('NOT_YOURS');
  return NEED_MOVES[need.state].includes('closed') ? undefined : refuse('NEED_SHUT');
};
export const mayCloseResource = (
  resource: { state: ResourceState; unitId: string },
  { roles, unitId }: { roles: readonly Role[]; unitId?: string | undefined },
): Refusal<'NOT_UNIT_CONTACT' | 'RESOURCE_SHUT'> | undefined => {
  if (!roles.includes('worker') && unitId !== resource.unitId) return refuse('NOT_UNIT_CONTACT');
  return RESOURCE_MOVES[resource.state].includes('closed') ? undefined : refuse('RESOURCE_SHUT');
};

/** A worker's words stand though the check was unsure; a secretary's wait for a worker, who writes them instead. */
export const mayStand = (roles: readonly Role[], waits: boolean): Refusal<'WORDS_UNSURE'> | undefined =>
  waits && !roles.includes('worker') ? refuse('WORDS_UNSURE') : undefined;

export const leads = ({ leadId }: { leadId: string }, { personId, roles }: Who): boolean =>
  leadId === personId || roles.includes('worker');
const isOver = ({ state }: { state: ProjectState }) => PROJECT_MOVES[state].length === 0;
/** Whether somebody may tell a step of a project, or end it. */
export const mayMove = (
  project: { leadId: string; state: ProjectState },
  who: Who,
): Refusal<'NOT_PROJECT_LEAD' | 'PROJECT_OVER'> | undefined => {
  if (!leads(project, who)) return refuse('NOT_PROJECT_LEAD');
  return isOver(project) ? refuse('PROJECT_OVER') : undefined;
};
export const mayJoin = (project: { state: ProjectState }): Refusal<'PROJECT_OVER'> | undefined =>
  isOver(project) ? refuse('PROJECT_OVER') : undefined;

interface PostFacts {
  state: 'open' | 'closed';
  slots: number;
  taken: number;
}
/** Whether a post has room. */
export const mayTake = ({ state, slots, taken }: PostFacts): Refusal<'POST_SHUT' | 'POST_FULL'> | undefined => {
  if (state !== 'open') return refuse('POST_SHUT');
  return taken < slots ? undefined : refuse('POST_FULL');
};
/** Whether somebody may nominate themself: only a member who counts here now, and who does not stand or wait already. */
export const mayNominate = (
  post: PostFacts,
  { member, mine }: { member: boolean; mine?: NominationState | undefined },
): Refusal<'NOT_PARTY' | 'ALREADY_DONE' | 'POST_SHUT' | 'POST_FULL'> | undefined => {
  if (!member) return refuse('NOT_PARTY');
  if (mine === 'asked' || mine === 'held') return refuse('ALREADY_DONE');
  return mayTake(post);
};
/** Whether somebody decides on a nomination: a worker, or the secretary of the nominee's own branch; nobody on their own. */
export const mayDecide = (
  nominee: { personId: string; branchId: string },
  who: Who & { branchId?: string | undefined },
): Refusal<'OTHER_BRANCH' | 'DECIDE_OWN'> | undefined => {
  if (nominee.personId === who.personId) return refuse('DECIDE_OWN');
  return who.roles.includes('worker') || who.branchId === nominee.branchId ? undefined : refuse('OTHER_BRANCH');
};
