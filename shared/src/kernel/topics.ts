import { KINDS, type Kind } from '@gongzhi/shared/kernel/announcement-kinds';
import type { TemplateKind } from '@gongzhi/shared/kernel/templates';

/** What somebody may choose to hear of over WeChat or not. In the app everything arrives, whatever is chosen here. */
export const TOPICS = {
  vote: '表决和会议',
  service: '志愿班次和求助',
  answer: '对我的答复',
  'announced.service': '办事通知',
  'announced.event': '活动通知',
  'announced.decision': '议事结果',
  'announced.reminder': '温馨提醒',
} as const;
export type Topic = keyof typeof TOPICS;
export const TOPIC_NAMES = Object.keys(TOPICS) as [Topic, ...Topic[]];
/** What cannot be turned off here: an urgent announcement and an urgent call. WeChat's own settings still can. */
export const URGENT = 'urgent';

/** Hours of China at which a day's notices may be told in one message instead of one by one. */
export const DIGEST_HOURS = [8, 12, 18, 20] as const;
export type DigestHour = (typeof DIGEST_HOURS)[number];

export interface Preferences {
  off: readonly Topic[];
  digestHour?: DigestHour | undefined;
}
/** Whether a message of a topic goes out by itself: neither turned off nor left to the daily digest. */
export const isWanted = (topic: string, { off, digestHour }: Preferences): boolean =>
  topic === URGENT || (digestHour === undefined && !(off as readonly string[]).includes(topic));

/** How an event goes out over WeChat. `word`: what it is, in at most five Chinese characters. */
export interface Channel {
  template: TemplateKind;
  topic: Topic | typeof URGENT;
  word: string;
}
const vote = (word: string): Channel => ({ template: 'vote', topic: 'vote', word });
const service = (word: string): Channel => ({ template: 'service', topic: 'service', word });
const answer = (word: string): Channel => ({ template: 'answer', topic: 'answer', word });

/** Business events that are sent over WeChat too. Others stay in the app: a message spent on what can wait is one less for what cannot. */
export const CHANNELS: Readonly<Record<string, Channel>> = {
  'votes.vote-opened': vote('表决开始'),
  'votes.vote-decided': vote('表决结果'),
  'meetings.meeting-called': vote('会议通知'),
  'meetings.meeting-changed': vote('会议改期'),
  'meetings.meeting-cancelled': vote('会议取消'),
  'volunteering.shift-changed': service('班次有变'),
  'volunteering.shift-cancelled': service('班次取消'),
  'volunteering.activity-cancelled': service('活动取消'),
  'volunteering.moved-up': service('轮到您了'),
  'calls.members-asked': { ...service('应急召集'), topic: URGENT },
  'hours.case-answered': answer('已经答复'),
  'procedures.objection-answered': answer('已经答复'),
  'projects.need-decided': answer('已经答复'),
  'resolutions.result-accepted': answer('通过验收'),
  'resolutions.completed': answer('全部办结'),
};
/** How an announcement goes out, by its kind. */
export const announced = (kind: Kind): Channel => ({
  template: 'notice',
  topic: kind === 'urgent' ? URGENT : `announced.${kind}`,
  word: KINDS[kind],
});
