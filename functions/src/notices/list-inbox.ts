import { isRead, sinceTold } from '@gongzhi/shared/notices/inbox-rules';
import type { Notice } from '@gongzhi/shared/notices/model';
import type { Deps, Handle } from './repo';
import type { NoticeItem } from './repo-inbox';

const shownNotice = (item: NoticeItem, mark: string | undefined): Notice => {
  const { sk: noticeId, type, communityId, proposalId, title, at, arrivedAt, data } = item;
  return { noticeId, type, communityId, proposalId, title, at, arrivedAt, data, read: isRead(item, mark) };
};

const refOf = ({ communityId, proposalId }: NoticeItem) => ({ communityId, announcementId: proposalId });
const isOfAnnouncement = ({ type, data }: NoticeItem): boolean =>
  data['as'] !== 'author' && (type === 'announcements.published' || type === 'announcements.corrected');
/**
 * Notices as they are shown: of announcements that were corrected or withdrawn since they were told, with what holds now. At
 * most half a read unit for each of a page, and none where there is no announcement.
 */
export const shownNotices = async (
  items: readonly NoticeItem[],
  mark: string | undefined,
  announcements: Deps['announcements'],
): Promise<Notice[]> => {
  const standing = await announcements.some(items.filter(isOfAnnouncement).map(refOf));
  return items.map((item) => {
    const shown = shownNotice(item, mark);
    const now = isOfAnnouncement(item) ? standing(refOf(item)) : undefined;
    const since = now && sinceTold({ version: Number(item.data['version'] ?? 1) }, now);
    return now && since ? { ...shown, title: now.title, since } : shown;
  });
};

export const listInbox: Handle<'listInbox'> = async ({ cursor }, { repo, caller, announcements }) => {
  const [{ items, next }, mark] = await Promise.all([
    repo.inbox.list(caller.personId, cursor),
    repo.inbox.mark(caller.personId),
  ]);
  return { items: await shownNotices(items, mark, announcements), next };
};
