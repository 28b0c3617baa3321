import { isPublic, outState } from '@gongzhi/shared/announcements/rules';
import type { Repo } from './repo';
import type { Move } from './move-announcement';
import type { HeadItem, InOne } from './repo-heads';

/** An announcement goes out now: from here on it is read, told and, when it is for more than a list, on the board. */
export const publishAnnouncement = (ids: InOne, seen: HeadItem, { repo, now }: { repo: Repo; now: Date }): Move => {
  const at = now.toISOString();
  const data = { announcementId: ids.announcementId, kind: seen.kind, override: seen.override === true };
  return {
    change: { state: 'published', at, publishAt: undefined, reason: undefined },
    writes: isPublic(seen.audience) ? [repo.texts.postWrite(ids, at)] : [],
    event: { type: 'announcements.published', data },
  };
};

/** Nothing more stands in its way: it goes out now, or the clock lets it out at its instant. */
export const letOut = (ids: InOne, seen: HeadItem, { repo, now }: { repo: Repo; now: Date }): Move => {
  if (outState(seen.publishAt, now) === 'published') return publishAnnouncement(ids, seen, { repo, now });
  const { publishAt, kind } = seen;
  const data = {
    announcementId: ids.announcementId,
    kind,
    publishAt: publishAt ?? '',
    override: seen.override === true,
  };
  return {
    change: { state: 'scheduled', reason: undefined },
    event: { type: 'announcements.scheduled', data },
  };
};
