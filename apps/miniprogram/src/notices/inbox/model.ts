import { dateInWords, timeInWords } from '@gongzhi/shared/kernel/time';
import { partsWords } from '@gongzhi/shared/kernel/announcement-parts';
import type { Notice } from '@gongzhi/shared/notices/model';
import { codePoints } from '@gongzhi/shared/kernel/fields';
import { MOST_WORDS } from '@gongzhi/shared/notices/rules';
import { PERSONAL } from '@gongzhi/shared/notices/personal';
import { PARTY_TARGETS, PARTY_WORDS, type PartyTarget } from './party-words';

type Say = (data: Notice['data']) => string;
const OUTCOMES: Record<string, string> = {
  passed: '表决通过，形成决议。',
  rejected: '表决没有通过。',
  noQuorum: '参加表决的不够数，没有形成决议。',
  advisory: '意见征询结束，结果已公布。',
};
/** To a question about one's time, what one asked to have corrected, what was made up later: accepted, and not. */
const ANSWERS: Record<string, readonly [accepted: string, declined: string]> = {
  question: ['您的一条时长核对过了，照原样算。', '您的一条时长核对后没有算，原因写在里面。如果有误，可以申请更正。'],
  correction: ['您申请的更正同意了，时长按新的算。', '您申请的更正没有同意，原因写在里面。'],
  honorary: ['给您补记的荣誉时长批准了。', '给您补记的荣誉时长没有批准，原因写在里面。'],
};
/** What may be looked for of what is typed, where it is not what is looked for already; or why it may not. */
export const toFind = (typed: string, words: string): { words?: string; error?: string } => {
  const wanted = typed.trim();
  if (codePoints(wanted) > MOST_WORDS) return { error: `最多找 ${MOST_WORDS} 个字，请少打几个字。` };
  return wanted !== '' && wanted !== words ? { words: wanted } : {};
};

/** What happened, as a neighbour would say it. */
export const NOTICE_WORDS: Record<string, Say> = {
  'announcements.published': ({ as }) =>
    as === 'author' ? '您写的通知同意了，已经发布。' : '社区发了通知，请看一看。',
  'announcements.scheduled': ({ publishAt }) =>
    `您写的通知同意了，${typeof publishAt === 'string' ? timeInWords(publishAt) : '到时候'}发布。`,
  'announcements.corrected': ({ as, changed }) =>
    as === 'author'
      ? '您写的更正同意了，看过的人会收到。'
      : `您看过的通知更正了${partsWords(String(changed ?? ''))}，请再看一遍。`,
  'announcements.withdrawn': () => '您看过的通知撤回了，原因写在里面。',
  'announcements.returned': ({ correction }) =>
    correction === true ? '您写的更正没有通过，通知还是原来的。' : '您写的通知退回来了，原因写在里面，可以改了再交。',
  'notices.stopped': ({ why }) =>
    why === 'field'
      ? '这条通知的微信消息停发了：有一项微信没有接受，请看是哪一项。'
      : '这条通知的微信消息停发了：微信认为内容不合适。',
  'councils.proposal-supported': () => '附议够数了，列入议程。',
  'procedures.procedure-chosen': () => '选定了办理程序。',
  'procedures.notice-published': ({ gateId }) =>
    gateId === 'notice' ? '发布了会议通知。' : '开始公示，有异议请在公示期内提出。',
  'procedures.objection-raised': () => '公示期间有人提出异议。',
  'procedures.objection-answered': () => '对异议作了答复。',
  'procedures.step-corrected': () => '有一步程序更正了，要重新办理。',
  'councils.matters-merged': ({ moved }) =>
    typeof moved === 'number'
      ? `另一件事并入这件，带来 ${moved} 位附议人。`
      : '并入另一件事一起办理，您的附议一起带过去。',
  'councils.matter-split': () => '拆成两件，请您分别看看要不要附议。',
  'votes.vote-opened': ({ force }) =>
    force === 'advisory' ? '意见征询开始了，请说说您家的意见。' : '表决开始了，请您家投票。',
  'votes.vote-decided': ({ outcome }) => OUTCOMES[String(outcome)] ?? '表决有结果了。',
  'meetings.meeting-called': () => '要开会商议，请看时间和地点。',
  'meetings.meeting-changed': () => '会议改了，请再看时间、地点和议程。',
  'meetings.meeting-cancelled': () => '会议取消了，原因写在会议页面上。',
  'meetings.matter-heard': () => '会上议过了。',
  'resolutions.task-added': () => '分派了一项任务。',
  'resolutions.task-progressed': () => '任务有新进展。',
  'resolutions.task-done': () => '任务报完成了，请您验收，或者写明理由退回。',
  'resolutions.task-extended': () => '任务延期了，理由已公开。',
  'resolutions.task-reassigned': () => '任务换了负责人。',
  'resolutions.result-accepted': () => '结果通过验收。',
  'resolutions.result-sent-back': () => '结果被退回，重新办理。',
  'resolutions.completed': () => '全部任务办结，过一段时间请您评议。',
  'resolutions.review-opened': () => '评议开始了，请您说说有没有帮助。',
  'resolutions.reviewed': () => '评议结束，结果已公布。',
  'volunteering.activity-planned': () => '有人接手了您的求助，正在安排。',
  'volunteering.activity-published': () => '活动已经发布，可以报名了。',
  'volunteering.activity-declined': () => '活动没有通过，原因写在活动页面上。',
  'volunteering.activity-changed': () => '您报名的活动改了，请再看一遍。',
  'volunteering.activity-cancelled': () => '您报名的活动取消了，原因写在活动页面上。',
  'volunteering.shift-changed': ({ startsAt }) =>
    `您报名的班次改到${typeof startsAt === 'string' ? timeInWords(startsAt) : '别的时间'}。`,
  'volunteering.shift-cancelled': ({ startsAt }) =>
    `${typeof startsAt === 'string' ? timeInWords(startsAt) : '您报名'}的班次取消了。`,
  'calls.members-asked': () => '应急召集：请您现在就回复，能来还是不能来。',
  'calls.call-cancelled': () => '应急召集取消了，您不用来了。谢谢您。',
  'calls.call-ended': () => '应急召集已经办完，辛苦了。走之前请签退。',
  'volunteering.moved-up': () => '轮到您了：有了空位，您已报上名。',
  'wishes.published': () => '您的微心愿公布了，等人来认领。',
  'wishes.declined': () => '您的微心愿没有公布，原因写在心愿页面上。',
  'wishes.claimed': () => '有人认领了您的微心愿。',
  'wishes.handed-back': () => '认领的人交回了您的微心愿，正等别人认领。',
  'wishes.visit-arranged': ({ startsAt }) =>
    `认领的人约了上门的时间${typeof startsAt === 'string' ? `：${timeInWords(startsAt)}` : ''}。`,
  'wishes.done': () => '认领的人说做好了，请您看看，确认一下。',
  'wishes.confirmed': () => '您认领的微心愿实现了，谢谢您。',
  'wishes.sent-back': () => '您认领的微心愿还差一点，请再看看。',
  'wishes.withdrawn': () => '您认领的微心愿撤回了，不用再去。',
  ...PARTY_WORDS,
  'hours.case-answered': ({ kind, accepted }) =>
    ANSWERS[String(kind)]?.[accepted === true ? 0 : 1] ?? '对您的时长作了答复，请看一看。',
  'hours.certificates-issued': ({ publicUntil }) =>
    typeof publicUntil === 'string'
      ? `社区给您出具了服务证明，公示到${dateInWords(publicUntil)}，之后可以打印。`
      : '社区给您出具了服务证明。',
  'hours.certificate-revoked': () => '您的一张服务证明撤销了，原因写在证明里。',
  'exchange.order-handed': () => '您换的已经交到您手上。如果没有收到，请联系社区。',
  'exchange.order-cancelled': () => '您的一次兑换取消了，积分已经退回。',
  'exchange.thanks-given': () => '有邻居感谢您。',
  'exchange.thanks-decided': ({ publish }) =>
    publish === true ? '有邻居感谢您。' : '您写的感谢没有通过，没有送出去。可以换一种说法再写一次。',
  'satisfaction.invited': () => '有件事想听听您满意不满意，20 秒就好。',
  'satisfaction.answer-told': () => '社区公布了“我们听到的、我们要做的”，请您看看，办得怎样也能随时看。',
  'satisfaction.reminded': ({ wave }) =>
    wave === undefined
      ? '您家的满意度调查快到期了，还没有答。只提醒这一次。'
      : '有件事还想听听您满意不满意，快到期了。只提醒这一次。',
};
export const wordsOf = ({ type, data }: Pick<Notice, 'type' | 'data'>): string =>
  NOTICE_WORDS[type]?.(data) ?? '这件事有新情况。';

/** A matter’s or an activity’s name stands in its marks; what is about oneself has none. */
export const titleOf = ({ title, type }: Pick<Notice, 'title' | 'type'>): string =>
  type in PERSONAL || type.startsWith('satisfaction.') ? title : `《${title}》`;

export type Target =
  | PartyTarget
  | ('case' | 'certificates' | 'points' | 'thanks' | 'thank' | 'call' | 'wish' | 'survey' | 'survey-result')
  | (
      | 'announcement'
      | 'own-announcement'
      | 'progress'
      | 'activity'
      | 'organised'
      | 'ask-help'
      | 'vote'
      | 'task'
      | 'chain'
      | 'way'
      | 'meeting'
      | 'proposal'
    );
/** What is not published is looked at in the list it stands in. */
const SERVICE_PAGES: Partial<Record<string, Target>> = {
  'volunteering.activity-planned': 'ask-help',
  'volunteering.activity-declined': 'organised',
};
const thanksPage = ({ publish }: Notice['data']): Target => (publish === false ? 'thank' : 'thanks');
/** Where a slice's notices lead. */
const PAGES: Partial<Record<string, (notice: Pick<Notice, 'type' | 'data'>) => Target>> = {
  announcements: ({ type, data }) =>
    type === 'announcements.returned' || type === 'announcements.scheduled' || data['as'] === 'author'
      ? 'own-announcement'
      : 'announcement',
  notices: () => 'progress',
  votes: ({ data }) => (data['voteId'] ? 'vote' : 'proposal'),
  procedures: () => 'way',
  meetings: ({ data }) => (data['meetingId'] ? 'meeting' : 'proposal'),
  resolutions: ({ data }) => (data['taskId'] ? 'task' : 'chain'),
  calls: () => 'call',
  hours: ({ type }) => (type === 'hours.case-answered' ? 'case' : 'certificates'),
  exchange: ({ type, data }) => (type.startsWith('exchange.order-') ? 'points' : thanksPage(data)),
  volunteering: ({ type }) => SERVICE_PAGES[type] ?? 'activity',
  wishes: () => 'wish',
  ...PARTY_TARGETS,
  satisfaction: ({ type }) => (type === 'satisfaction.answer-told' ? 'survey-result' : 'survey'),
};
/** Where a notice leads: the vote, the task, the chain of a decided matter, the way it goes, the meeting, the activity, one’s own hours, points, thanks and reports, or the matter itself. */
export const targetOf = (notice: Pick<Notice, 'type' | 'data'>): Target =>
  PAGES[notice.type.split('.')[0] ?? '']?.(notice) ?? 'proposal';
