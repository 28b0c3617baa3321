import type { Notice } from '@gongzhi/shared/notices/model';
import { periodWords } from '@gongzhi/shared/kernel/periods';

type Told = Pick<Notice, 'type' | 'data'>;
type Data = Notice['data'];

const period = (data: Data): string => periodWords(String(data['period']));
const ANSWERED: Readonly<Record<string, string>> = {
  again: '报告按最新的记录重新写了，请再看一看',
  leftOut: '您指出的几条去掉了，报告重新写了，请再看一看',
  kept: '保持原样，理由写在里面',
};
const opened = (data: Data): string => {
  if (data['as'] === 'role') return `有一份${period(data)}的评议，请社区写几句看到的事实。`;
  if (data['as'] === 'unit') return `有一份${period(data)}的评议，请单位写几句看到的事实。`;
  return `${period(data)}的评议开始了，请您自己写几句，别人写的也能看到。`;
};

/**
 * What is told of party service, the three lists and reports. Whoever stands beside the phone reads it too: nobody is called
 * a party member here, and what belongs to a membership is called 登记 and 报名.
 */
export const PARTY_WORDS: Readonly<Record<string, (data: Data) => string>> = {
  'party.report-valid': () => '您的登记确认好了，从现在起有效。',
  'party.report-declined': () => '您的登记没有通过，原因写在里面。可以改了再交。',
  'party.report-renewed': () => '您的登记续期了。',
  'party.renewal-declined': () => '您的续期没有通过，原因写在里面。',
  'party.report-left': () => '您在这里的登记结束了，已有的服务时长都保留。',
  'projects.need-decided': ({ state }) =>
    state === 'open' ? '您提的需求公布了，大家都能看到。' : '您提的需求没有公布，原因写在里面。',
  'projects.nomination-decided': ({ state }) =>
    state === 'held' ? '您报名的事同意了，请看要做些什么。' : '您报名的事没有同意，原因写在里面。',
  'reports.report-prepared': (data) =>
    `您${period(data)}的服务报告写好了。请看一看，看过以后 ${String(data['days'] ?? '几')} 天里可以提异议，不看不会发出。`,
  'reports.objection-answered': ({ verdict }) => `对您的异议有了答复：${ANSWERED[String(verdict)] ?? '请看一看'}。`,
  'reports.report-sent': (data) =>
    data['as'] === 'unit'
      ? `收到一份${period(data)}的服务报告，请查看。`
      : `您${period(data)}的服务报告发出去了，可以打开看。`,
  'reports.evaluation-opened': opened,
  'reports.word-asked': () => '帮您实现微心愿的人在做服务小结。愿意的话，请您写几句；不写也没关系。',
};

export type PartyTarget =
  ('reported' | 'need' | 'post' | 'report') | ('sent' | 'evaluation' | 'to-answer' | 'unit-to-answer' | 'word');
const REPORT_PAGES: Readonly<Record<string, (type: string) => PartyTarget>> = {
  role: () => 'to-answer',
  unit: (type) => (type === 'reports.evaluation-opened' ? 'unit-to-answer' : 'sent'),
};
const OWN_PAGES: Readonly<Record<string, PartyTarget>> = {
  'reports.evaluation-opened': 'evaluation',
  'reports.word-asked': 'word',
};
/** Where these lead, by their slice. */
export const PARTY_TARGETS: Readonly<Record<string, (notice: Told) => PartyTarget>> = {
  party: () => 'reported',
  projects: ({ type }) => (type === 'projects.need-decided' ? 'need' : 'post'),
  reports: ({ type, data }) => REPORT_PAGES[String(data['as'])]?.(type) ?? OWN_PAGES[type] ?? 'report',
};
