import { idAt } from './ids';

/** Under which id an announcement lies in the inboxes of those it is for: in the order in which announcements were sent and not drafted. `at`: when it was published. */
export const noticeIdOf = ({ announcementId, at }: { announcementId: string; at: string }): string =>
  idAt(at, announcementId);
