import { MOST_UNREAD } from '@gongzhi/shared/notices/rules';

/** The number of unread as it stands on a row. */
export const unreadWords = (unread: number): string =>
  unread === 0 ? '没有新通知' : unread >= MOST_UNREAD ? '99 条以上未读' : `${unread} 条未读`;
