import type { State } from '@gongzhi/shared/announcements/model';
import { isRefusal, refuse, type Refusal, type RefusalCode } from '@gongzhi/shared/kernel/refusals';
import type { Ctx } from '../kernel/caller';
import { commit, isLost, type EventDraft, type Write } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import type { Repo } from './repo';
import type { Change, HeadItem, InOne } from './repo-heads';

/** What becomes of an announcement, what is written beside it, and what is told of it. */
export interface Move {
  change: Change;
  writes?: readonly Write[];
  event: Pick<EventDraft, 'type' | 'data' | 'via'>;
}
export interface Moved {
  announcementId: string;
  state: State;
  revision: number;
  at: string;
}
type Deciding<C extends RefusalCode> = (seen: HeadItem) => Promise<Refusal<C> | Move> | Refusal<C> | Move;

const write = async (ids: InOne, ctx: Ctx & { repo: Repo }, seen: HeadItem, { change, writes = [], event }: Move) => {
  const state = change.state ?? seen.state;
  const answer = { announcementId: ids.announcementId, state, revision: seen.revision + 1, at: ctx.now.toISOString() };
  const all = [ctx.repo.heads.moveWrite(ids, seen, change), ...writes];
  return commit(ctx, all, { subject: ids.announcementId, ...event }, answer);
};

/**
 * Decides on an announcement as it stands and writes what becomes of it with its event. The caller names the revision that was
 * seen, so whoever comes second is refused; a repeat of the caller's own act hears the first answer.
 */
export const moveAnnouncement = async <C extends RefusalCode>(
  ids: InOne,
  ctx: Ctx & { repo: Repo },
  decide: Deciding<C>,
): Promise<Moved | Refusal<C | 'NOT_FOUND' | 'STALE'>> => {
  const seen = await ctx.repo.heads.read(ids);
  if (!seen) return refuse('NOT_FOUND');
  const move = await decide(seen);
  if (isRefusal(move)) return recallAnswer<Moved, Refusal<C>>(ctx, move as Refusal<C>);
  const done = await write(ids, ctx, seen, move as Move);
  return isLost(done) ? recallAnswer<Moved, Refusal<'STALE'>>(ctx, refuse('STALE')) : done;
};
