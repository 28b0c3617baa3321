import type { Point } from '@gongzhi/shared/councils/model';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Ctx } from '../kernel/caller';
import type { Deps, Handle } from './repo';
import type { InProposal } from './repo-points';
import type { HeldPoint } from './repo-texts';

type Reading = Pick<Deps, 'repo'> & { caller: Ctx['caller'] | undefined };

/** The caller's own points that wait or were refused, which nobody else sees. */
const ownHeld = async (ids: InProposal, column: Point['column'], { repo, caller }: Reading): Promise<Point[]> => {
  if (!caller) return [];
  const held = await repo.texts.listHeld(ids, caller.personId, column);
  return held.map(({ text, state, reason }) => ({
    pointId: text.sk,
    column: (text as HeldPoint).column,
    body: text.body,
    authorId: text.authorId,
    authorName: text.authorName,
    at: text.askedAt,
    state,
    ...(reason ? { reason } : {}),
    endorsements: 0,
    replies: 0,
    endorsedByMe: false,
  }));
};

/** A page of twenty; above the first one stand the caller's own that are not public. */
export const listPoints: Handle<'listPoints'> = async ({ column, order, cursor, ...ids }, ctx) => {
  const { repo, caller } = ctx;
  if (!(await repo.proposals.head(ids.communityId, ids.proposalId))) return refuse('NOT_FOUND');
  const [held, { items, next }] = await Promise.all([
    cursor === undefined ? ownHeld(ids, column, ctx) : [],
    repo.points.list(ids, column, { order, cursor, personId: caller?.personId }),
  ]);
  const points = items.map(({ sk, body, authorId, authorName, at, endorsements, replies, endorsedByMe }) => ({
    pointId: sk,
    column,
    body,
    authorId,
    authorName,
    at,
    state: 'published' as const,
    endorsements,
    replies,
    endorsedByMe,
  }));
  return { items: [...held, ...points], next };
};
