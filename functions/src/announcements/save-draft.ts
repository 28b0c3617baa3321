import { mayAttach } from '@gongzhi/shared/announcements/files';
import type { Content } from '@gongzhi/shared/announcements/model';
import { mayEdit } from '@gongzhi/shared/announcements/rules';
import { commit } from '../kernel/commit';
import { moveAnnouncement } from './move-announcement';
import type { Handle } from './repo';
import type { HeadItem } from './repo-heads';

/** Of the content, what lies in the head; the rest is its text. */
const inHead = ({ words: { title, place, when, until }, kind, audience }: Content) => ({
  ...{ title, kind, audience, place, when, until },
});

const keep: Handle<'saveDraft'> = async ({ communityId, content, announcementId, revision }, ctx) => {
  const { repo, now, caller } = ctx;
  const at = now.toISOString();
  const event = { type: 'announcements.draft-saved', data: { kind: content.kind } };
  if (announcementId) {
    const ids = { communityId, announcementId };
    return moveAnnouncement(ids, ctx, (seen) => {
      const refused = mayEdit(seen, { personId: caller.personId, seen: revision });
      const writes = [repo.texts.write(ids, 1, { words: content.words, at })];
      return refused ?? { change: { ...inHead(content), at }, writes, event };
    });
  }
  const ids = { communityId, announcementId: ctx.id() };
  const head = { ...inHead(content), state: 'draft', at, authorId: caller.personId, version: 1, revision: 1 };
  const writes = [repo.heads.newWrite(ids, head as HeadItem), repo.texts.write(ids, 1, { words: content.words, at })];
  const answer = { announcementId: ids.announcementId, state: 'draft' as const, revision: 1, at };
  return (await commit(ctx, writes, { ...event, subject: ids.announcementId }, answer)) as typeof answer;
};

/** Kept with files of this community only. */
export const saveDraft: Handle<'saveDraft'> = async (asked, ctx) => {
  const { communityId, content } = asked;
  const { files = [] } = content.words;
  const gone = mayAttach(files, await ctx.repo.files.some(communityId, files));
  return gone ?? keep(asked, ctx);
};
