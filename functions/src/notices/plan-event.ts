import { announced, CHANNELS, type Channel } from '@gongzhi/shared/kernel/topics';
import type { AnnouncementFacts } from '../kernel/announcements';
import type { SendPlan } from './model';

type Plan = Omit<SendPlan, 'sendId' | 'noticeId'>;
interface About {
  type: string;
  communityId: string;
  at: string;
}
const INBOX = 'notices/inbox/index';
/** What is said of an announcement that is no more what it was. */
const CHANGED: Readonly<Record<string, string>> = {
  'announcements.corrected': '通知更正',
  'announcements.withdrawn': '通知撤回',
};

const planned = (
  { template, topic, word }: Channel,
  { communityId, at }: About,
  says: Record<string, string>,
): Plan => ({
  ...{ communityId, template, topic, at, page: INBOX },
  says: { kind: word, time: at, ...says },
});

/** How an event goes out over WeChat; nothing for one that stays in the app. */
export const planEvent = (job: About & { title: string }): Plan | undefined => {
  const channel = CHANNELS[job.type];
  return channel && planned(channel, job, { title: job.title, note: channel.word });
};

const pageOf = ({ communityId, subject }: { communityId: string; subject: string }) =>
  `announcements/announcement/index?communityId=${communityId}&announcementId=${subject}`;

/** How an announcement goes out: with when and where it is about, where it says so. */
export const planAnnouncement = (
  { type, scope: communityId, subject, at }: { type: string; scope: string; subject: string; at: string },
  { kind, title, when, place, override }: AnnouncementFacts,
): Plan => {
  const channel = announced(kind);
  const changed = CHANGED[type];
  const says = { title, time: when ?? at, note: place ?? '', ...(changed ? { kind: changed } : {}) };
  return {
    ...planned(channel, { type, communityId, at }, says),
    page: pageOf({ communityId, subject }),
    ...(override ? { override: true as const } : {}),
    ...(changed ? {} : { announced: true as const }),
  };
};
