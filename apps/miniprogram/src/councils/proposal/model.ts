import type { Proposal } from '@gongzhi/shared/councils/model';
import type { Role } from '@gongzhi/shared/kernel/contract';
import type { LedgerEvent } from '@gongzhi/shared/ledger/contract';
import { namedFor } from '@gongzhi/shared/kernel/kind-words';
import type { Moment } from '../../kernel/ui/timeline';

/** The one step the reader can take now, or why there is none. */
export interface Step {
  kind: 'support' | 'open-vote' | 'vote' | 'result' | 'none';
  label?: string;
  why?: string;
}
type Standing = Pick<Proposal, 'stage' | 'supports' | 'threshold' | 'mine' | 'voteId' | 'poll'>;

const gathering = ({ mine, supports, threshold }: Standing, roles: readonly Role[]): Step => {
  if (mine.author || mine.supported)
    return {
      kind: 'none',
      why: `${mine.author ? '您是提案人' : '您已附议'}，还差 ${threshold - supports} 人列入议程。`,
    };
  if (!roles.includes('resident')) return { kind: 'none', why: '加入本社区的一户后，就可以附议。' };
  return { kind: 'support', label: '我附议' };
};

const agenda = (roles: readonly Role[]): Step =>
  roles.includes('chair')
    ? { kind: 'open-vote', label: '发起表决' }
    : { kind: 'none', why: '已列入议程。程序走完后，由议事会召集人发起表决。' };

/** Computed from the stage and the reader's roles with the same words for everybody. */
export const stepOf = (proposal: Standing, roles: readonly Role[]): Step => {
  const poll = proposal.poll === true;
  switch (proposal.stage) {
    case 'gathering':
      return gathering(proposal, roles);
    case 'agenda':
      return agenda(roles);
    case 'voting':
      return { kind: 'vote', label: namedFor(poll, '去表决') };
    case 'counting':
      return { kind: 'result', label: '看计票进展' };
    case 'decided':
      return { kind: 'result', label: namedFor(poll, '看表决结果') };
    default:
      return { kind: 'none' };
  }
};

/** Whether the reader may merge or split a matter that stands so: the chair and workers, before its vote. */
export const mayRegroupHere = (stage: Proposal['stage'], roles: readonly Role[]): boolean =>
  (stage === 'gathering' || stage === 'agenda') && roles.some((role) => role === 'chair' || role === 'worker');

/** What comes next by the procedure, for everybody. */
const NEXT_WORDS = {
  waiting: '社区工作者看过后公开，结果会写在这里。',
  refused: '可以修改后重新提交。',
  gathering: '附议满人数后列入议程；附议期间大家都可以讨论。',
  agenda: '按程序协商、公示之后，由议事会召集人发起表决。走到哪一步，请看“程序”。',
  voting: '截止后按名册计票，结果对所有人公开。',
  counting: '表决已截止，正在按选票逐张计票。',
  decided: '表决已有结果，对所有人公开。',
  merged: '附议和讨论都归到并入的那件事，请到那里继续。',
  split: '请分别看拆开的两件，对您赞成的一件重新附议。',
} as const satisfies Record<Proposal['stage'], string>;
export const nextWords = ({ stage, poll = false }: Pick<Proposal, 'stage' | 'poll'>): string =>
  poll && stage === 'decided' ? '意见征询已有结果，没有决议效力。' : namedFor(poll, NEXT_WORDS[stage]);

const number = (value: unknown) => (typeof value === 'number' ? value : 0);
type Say = (data: LedgerEvent['data']) => string;
const UNITS: Record<string, string> = { household: '户', person: '人', delegate: '名代表', owner: '位业主' };
const EVENT_WORDS: Record<string, Say> = {
  'councils.proposal-filed': () => '提出提案',
  'councils.proposal-supported': (d) =>
    d['onAgenda'] === true
      ? `附议达到 ${number(d['supports'])} 人，列入议程`
      : `一位居民附议（共 ${number(d['supports'])} 人）`,
  'councils.point-added': () => '一位居民发表意见',
  'councils.point-endorsed': () => '一位居民赞同一条意见',
  'councils.reply-added': () => '一位居民回复了意见',
  'councils.matters-merged': (d) =>
    typeof d['moved'] === 'number' ? `另一件事并入，带来 ${d['moved']} 位附议人` : '与另一件事合并',
  'councils.matter-split': () => '拆成两件，请附议人分别附议',
  'opinions.statement-added': () => '一位居民写了一条看法',
  'opinions.statement-published': () => '社区工作者审核看法，公开',
  'opinions.statement-refused': () => '社区工作者审核看法，没有公开',
  'councils.text-published': () => '社区工作者审核通过，公开',
  'councils.text-refused': () => '社区工作者审核，没有公开',
  'procedures.procedure-chosen': () => '选定办理程序',
  'procedures.notice-published': (d) => (d['gateId'] === 'notice' ? '发布会议通知' : '发布公示，可以提异议'),
  'procedures.step-recorded': () => '记录一步程序',
  'procedures.objection-raised': () => '一位居民在公示期提出异议',
  'procedures.objection-answered': () => '答复一条异议',
  'procedures.step-corrected': () => '更正一步程序，重新办理',
  'votes.vote-opened': (d) =>
    `${d['force'] === 'advisory' ? '发起意见征询' : '发起表决'}，名册固定为 ${number(d['units'])} ${UNITS[String(d['unit'])] ?? '户'}`,
  'votes.vote-decided': () => '计票完成，公布结果',
  'resolutions.task-added': () => '分派一项任务',
  'resolutions.task-progressed': () => '任务有新进展',
  'resolutions.task-extended': () => '任务延期，理由公开',
  'resolutions.task-reassigned': () => '任务改派',
  'resolutions.task-done': () => '任务报完成，请提案人和附议人验收',
  'resolutions.answer-given': (d) => `一位居民回答验收（${number(d['yes'])} 人验收，${number(d['no'])} 人退回）`,
  'resolutions.send-back-seconded': () => '一位邻居附议退回',
  'resolutions.result-accepted': () => '结果通过验收',
  'resolutions.result-sent-back': () => '结果被退回，重新办理',
  'resolutions.reason-published': () => '社区工作者公开一条退回理由',
  'meetings.matter-heard': ({ quorate }) =>
    quorate ? '会议审议了这件事' : '会议听取了这件事（当时人数不够，没有表决）',
  'resolutions.completed': () => '任务全部办结',
  'resolutions.review-opened': () => '评议开始',
  'resolutions.review-answered': () => '一位居民评议',
  'resolutions.reviewed': (d) => `评议结束，${number(d['n'])} 人评议`,
};

/** Events as a history; a kind this version does not know is still shown. */
export const momentsOf = (events: readonly LedgerEvent[]): Moment[] =>
  events.map(({ id, at, type, data, mine }) => ({
    key: id,
    at,
    words: EVENT_WORDS[type]?.(data) ?? '记录了一次变更',
    ...(mine ? { note: '这是您的操作' } : {}),
  }));
