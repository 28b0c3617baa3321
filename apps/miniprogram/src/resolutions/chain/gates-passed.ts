import type { LedgerEvent } from '@gongzhi/shared/ledger/contract';
import { namedFor } from '@gongzhi/shared/kernel/kind-words';
import type { Moment } from '../../kernel/ui/timeline';

type Say = (data: LedgerEvent['data']) => string | undefined;
/** Events that are steps of a procedure, in words; all others are the history's. */
const STEPS: Record<string, Say> = {
  'councils.proposal-filed': () => '提出提案',
  'councils.proposal-supported': ({ onAgenda }) => (onAgenda === true ? '附议够数，列入议程' : undefined),
  'procedures.procedure-chosen': () => '选定程序',
  'procedures.notice-published': ({ gateId }) => (gateId === 'notice' ? '发布会议通知' : '发布公示'),
  'procedures.step-recorded': () => '记录一步程序',
  'procedures.objection-raised': () => '公示期间有人提出异议',
  'procedures.objection-answered': () => '异议得到答复',
  'procedures.step-corrected': () => '更正一步程序，重新办理',
  'meetings.matter-heard': () => '会上议过',
  'votes.vote-opened': ({ force }) => namedFor(force === 'advisory', '固定名册，发起表决'),
  'votes.vote-decided': () => '计票完成，公布结果',
  'resolutions.completed': () => '任务全部办结',
  'resolutions.reviewed': () => '评议结束',
};

export const gatesIn = (events: readonly LedgerEvent[]): Moment[] =>
  events.flatMap(({ id, at, type, data }) => {
    const words = STEPS[type]?.(data);
    return words ? [{ key: id, at, words }] : [];
  });
