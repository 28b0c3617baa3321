import { changedIn, isPublic, mayDecide, mayTakeBack } from '@gongzhi/shared/announcements/rules';
import type { Ctx } from '../kernel/caller';
import { moveAnnouncement, type Move } from './move-announcement';
import { letOut } from './publish-announcement';
import type { Deps, Handle, Repo } from './repo';
import type { HeadItem, InOne } from './repo-heads';
import type { TextItem } from './repo-texts';

/** A correction holds: its text is the next version, and whoever read the last is told which parts are others. */
export const correcting = (
  ids: InOne,
  seen: HeadItem,
  { before, after: { words, note, at } }: { before: TextItem; after: TextItem },
  { repo, now }: Pick<Deps & Ctx, 'repo' | 'now'>,
): Move => {
  const version = seen.version + 1;
  const { title, place, when, until } = words;
  const changed = changedIn(before.words, words).join(',');
  return {
    change: { title, place, when, until, version, correctedAt: at, proposedBy: undefined },
    writes: [
      repo.texts.write(ids, version, { words, at, ...(note ? { note } : {}) }),
      repo.listJobs.changeWrite(ids, 'again', now),
    ],
    event: {
      type: 'announcements.corrected',
      data: { announcementId: ids.announcementId, kind: seen.kind, version, changed },
    },
  };
};

const approveCorrection = async (ids: InOne, seen: HeadItem, { repo, now }: { repo: Repo; now: Date }) => {
  const [before, proposed] = await Promise.all([repo.texts.read(ids, seen.version), repo.texts.read(ids, 'proposed')]);
  if (!before || !proposed) throw new Error('a correction without a text');
  const move = correcting(ids, seen, { before, after: { ...proposed, at: now.toISOString() } }, { repo, now });
  return { ...move, writes: [...(move.writes ?? []), repo.texts.dropProposedWrite(ids)] };
};

export const approveAnnouncement: Handle<'approveAnnouncement'> = async ({ revision, ...ids }, ctx) =>
  moveAnnouncement(ids, ctx, async (seen) => {
    const { personId } = ctx.caller;
    const refused = mayDecide(seen, { personId, seen: revision });
    if (refused) return refused;
    const first = seen.state === 'waiting';
    const move = first ? letOut(ids, seen, ctx) : await approveCorrection(ids, seen, ctx);
    const writes = [...(move.writes ?? []), ctx.repo.heads.waitsNoMoreWrite(ids)];
    const approvedFor = first ? seen.authorId : (seen.proposedBy ?? '');
    const event = { ...move.event, data: { ...move.event.data, approvedFor } };
    return { writes, event, change: { ...move.change, approverId: personId } };
  });

export const sendBack: Handle<'sendBack'> = async ({ revision, reason, ...ids }, ctx) =>
  moveAnnouncement(ids, ctx, (seen) => {
    const { repo, caller } = ctx;
    const refused = mayDecide(seen, { personId: caller.personId, seen: revision });
    if (refused) return refused;
    const first = seen.state === 'waiting';
    const writes = [repo.heads.waitsNoMoreWrite(ids), ...(first ? [] : [repo.texts.dropProposedWrite(ids)])];
    const change = first ? { state: 'returned' as const, reason } : { proposedBy: undefined };
    const authorId = first ? seen.authorId : (seen.proposedBy ?? '');
    return {
      change,
      writes,
      event: { type: 'announcements.returned', data: { toldId: authorId, correction: !first } },
    };
  });

/** What waits, or is scheduled, is a draft again. */
export const takeBack: Handle<'takeBack'> = async ({ revision, ...ids }, ctx) =>
  moveAnnouncement(ids, ctx, (seen) => {
    const refused = mayTakeBack(seen, revision);
    const writes = seen.state === 'waiting' ? [ctx.repo.heads.waitsNoMoreWrite(ids)] : [];
    return refused ?? { change: { state: 'draft' }, writes, event: { type: 'announcements.taken-back' } };
  });

/** Off the board at once; who read it is told. A correction that waited is over as well. */
export const withdrawing = (
  ids: InOne,
  seen: HeadItem,
  reason: string,
  { repo, now }: { repo: Repo; now: Date },
): Move => ({
  change: { state: 'withdrawn', reason, withdrawnAt: now.toISOString(), proposedBy: undefined },
  writes: [
    repo.listJobs.changeWrite(ids, 'clear', now),
    ...(isPublic(seen.audience) ? [repo.texts.unpostWrite(ids, seen.at)] : []),
    ...(seen.proposedBy ? [repo.heads.waitsNoMoreWrite(ids), repo.texts.dropProposedWrite(ids)] : []),
  ],
  event: { type: 'announcements.withdrawn', data: { announcementId: ids.announcementId, kind: seen.kind } },
});
