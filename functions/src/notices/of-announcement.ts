import { twinOf } from '@gongzhi/shared/kernel/ids';
import { approvedFor } from '@gongzhi/shared/notices/rules';
import type { Announcements } from '../kernel/announcements';
import { sentAs } from '../kernel/deliveries';
import { about, type Begun, type Happened } from './read-happened';
import { planAnnouncement } from './plan-event';

/** To whoever wrote an announcement; what was stopped may be no announcement, and then nobody wrote it. */
export const ofAuthor = async (happened: Happened, announcements: Announcements): Promise<Begun[]> => {
  const announcementId = String(happened.data['announcementId'] ?? happened.subject);
  const announcement = await announcements.find(happened.scope, announcementId);
  if (!announcement) return [];
  const { title, authorId } = announcement;
  const job = about(happened);
  const also = job.also.length > 0 ? job.also : [authorId];
  return [{ ...job, proposalId: announcementId, title, also, named: true }];
};

/** To whoever wrote what a second person let out: under an id of its own, for they may be among those it is for. */
const ofApproved = (happened: Happened, title: string): Begun[] => {
  const authorId = approvedFor(happened.data);
  if (!authorId) return [];
  const { data, ...job } = about(happened);
  const told = { proposalId: happened.subject, title, also: [authorId], named: true as const };
  return [{ ...job, ...told, eventId: twinOf(happened.id), data: { ...data, as: 'author' } }];
};

/** Of an announcement to those it is for; of what was corrected or withdrawn, to those who opened it; of what was approved, to its author. */
export const ofAnnouncement = async (happened: Happened, announcements: Announcements): Promise<Begun[]> => {
  const { scope, subject: announcementId, type } = happened;
  const announcement = await announcements.find(scope, announcementId);
  if (!announcement) return [];
  const { title, audience, at } = announcement;
  const sent = sentAs({ announcementId, at });
  const approved = ofApproved(happened, title);
  if (type === 'announcements.scheduled') return approved;
  const job = { ...about(happened), proposalId: announcementId, title, plan: planAnnouncement(happened, announcement) };
  return type === 'announcements.published'
    ? [{ ...job, eventId: announcementId, noticeId: sent.noticeId, audience }, ...approved]
    : [{ ...job, openedBy: sent }, ...approved];
};
