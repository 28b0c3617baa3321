import type { Role } from '@gongzhi/shared/kernel/contract';
import { namedFor } from '@gongzhi/shared/kernel/kind-words';
import { timeInWords } from '@gongzhi/shared/kernel/time';
import { procedureOf } from '@gongzhi/shared/kernel/ways/definitions';
import { BY_HAND, mayAct } from '@gongzhi/shared/kernel/ways/gates';
import { AFFAIRS } from '@gongzhi/shared/procedures/affairs';
import type { GateNow, Way, WayRecord } from '@gongzhi/shared/procedures/model';
import type { Moment } from '../../kernel/ui/timeline';
import { numberWords } from '../words';

type Facts = Readonly<Record<string, string | number | boolean>>;
const EVIDENCE: Partial<Record<GateNow['kind'], (facts: Facts) => string>> = {
  supporters: ({ supports, threshold }) => `${supports} 人附议，要 ${threshold} 人`,
  heard: ({ present }) => `会议审议，到会 ${present} 人，人数够数`,
  objections: ({ raised, answered }) => (raised === 0 ? '没有人提异议' : `${raised} 条异议，答复了 ${answered} 条`),
  recorded: ({ heldOn, entitled, present, agreed }) =>
    `${heldOn} 召开，应到 ${entitled} 人，实到 ${present} 人，同意 ${agreed} 人`,
  vote: ({ taken, base, for: agreed, outcome }) =>
    outcome === 'advisory'
      ? `${base} 份中收到 ${taken} 份，赞成 ${agreed} 份`
      : `${base} 票中 ${taken} 票参与，赞成 ${agreed} 票`,
  completed: () => '全部任务已验收',
  reviewed: () => '评议已结束，结果已公开',
};
/** By what a gate was passed, in words; nothing while it was not. */
export const passedWords = ({ kind, state, evidence }: GateNow): string | undefined => {
  if (state !== 'passed' || !evidence) return undefined;
  if (evidence.facts['waived'] === true) return '社区规则不要求这一步';
  const words = EVIDENCE[kind]?.(evidence.facts);
  const on = evidence.eventId === '' ? '' : timeInWords(evidence.at);
  return words ?? (evidence.endsAt ? `${on}发布，${timeInWords(evidence.endsAt)}满期` : on);
};

const SIGNS = { passed: '✓', open: '●', closed: '○' } as const;
export const signOf = ({ state }: Pick<GateNow, 'state'>): string => SIGNS[state];
export const STAGE_WORDS = {
  done: ['已完成', 'plain'],
  now: ['正在这一步', 'active'],
  later: ['还没到', 'waiting'],
} as const;

/** What a gate asks for, before and after it is passed. */
export const gateWords = (gate: GateNow): string => {
  const passed = passedWords(gate);
  if (passed) return passed;
  const term = gate.number === undefined || gate.unit === undefined ? '' : `（${numberWords(gate.number, gate.unit)}）`;
  return `${gate.says}${term}`;
};

/** The next step of a way, or undefined at its end. */
export const nextGate = ({ stages, nextStep }: Pick<Way, 'stages' | 'nextStep'>): GateNow | undefined =>
  stages.flatMap(({ gates }) => gates).find(({ gateId }) => gateId === nextStep?.gateId);
const ANEW = '召集人或社区工作者可以重新选定程序，通知和公示都从头走。';
export const nextWords = (way: Pick<Way, 'stages' | 'nextStep' | 'mayBeginAnew'>): string => {
  const gate = nextGate(way);
  if (!gate) return way.mayBeginAnew ? `意见征询已结束，没有决议效力。${ANEW}` : '每一步都走完了。';
  const words = `${gate.name}（${gate.by}）。${gate.why ?? ''}。`.replace('。。', '。');
  return way.mayBeginAnew ? `${words}${ANEW}` : words;
};

const leads = (roles: readonly Role[]) => roles.includes('worker') || roles.includes('chair');
export type Action = { kind: 'publish' | 'record' | 'open-vote'; label: string; gate: GateNow };
type Step = { kind: Action['kind']; label: (name: string) => string };
const publish: Step = { kind: 'publish', label: (name) => `发布${name}` };
const STEPS: Partial<Record<GateNow['kind'], Step>> = {
  notice: publish,
  publicity: publish,
  recorded: { kind: 'record', label: (name) => `记录“${name}”` },
  vote: { kind: 'open-vote', label: (name) => `发起${name}` },
};
/** What the reader may do next on this way. */
export const actionOf = (way: Way, roles: readonly Role[]): Action | undefined => {
  const gate = nextGate(way);
  const step = gate?.state === 'open' ? STEPS[gate.kind] : undefined;
  if (!gate || !step || mayAct(gate, roles) !== undefined || (gate.kind === 'vote' && way.voteId)) return undefined;
  return { kind: step.kind, label: step.label(gate.name), gate };
};
/** A publicity runs: whoever lives here may object. */
export const mayObjectHere = (way: Way, roles: readonly Role[]): boolean => {
  const gate = nextGate(way);
  return roles.length > 0 && gate?.kind === 'publicity' && gate.earliest !== undefined;
};
/** Objections of this way are answered by the reader's roles. */
export const mayAnswer = ({ stages }: Pick<Way, 'stages'>, roles: readonly Role[]): boolean =>
  stages.some(({ gates }) => gates.some((gate) => gate.kind === 'objections' && !mayAct(gate, roles)));
/** Steps the reader's roles entered, which may be taken back while no vote stands on them. */
export const correctable = ({ stages, voteId }: Pick<Way, 'stages' | 'voteId'>, roles: readonly Role[]): GateNow[] => {
  const gates = stages.flatMap((stage) => stage.gates);
  const loose = voteId ? gates.slice(gates.findIndex(({ kind }) => kind === 'vote')) : gates;
  return loose.filter((gate) => BY_HAND.has(gate.kind) && gate.evidence?.eventId && !mayAct(gate, roles));
};
export const mayChoose = (way: Way, roles: readonly Role[]): boolean =>
  leads(roles) && (!way.voteId || way.mayBeginAnew === true);

/** Changes with every step that is passed, entered or taken back: then the record has a new line. */
export const evidenceMark = ({ stages }: Pick<Way, 'stages'>): string =>
  stages.flatMap(({ gates }) => gates.map(({ evidence }) => evidence?.eventId ?? '')).join();

const EVENTS: Readonly<Record<string, string>> = {
  'meetings.matter-heard': '会议审议',
  'votes.vote-opened': '发起表决',
  'votes.vote-decided': '公布表决结果',
  'resolutions.completed': '任务全部验收',
  'resolutions.reviewed': '评议结束',
};
const isOfPoll = ({ force, outcome }: Facts): boolean => [force, outcome].includes('advisory');
const gateName = (gateId: string | undefined, names: ReadonlyMap<string, string>) =>
  names.get(gateId ?? '') ?? '这一步';
const headOf = ({ kind, gateId, facts }: WayRecord, names: ReadonlyMap<string, string>): string => {
  switch (kind) {
    case 'chosen': {
      const affair = AFFAIRS[String(facts['kind']) as keyof typeof AFFAIRS];
      return `选定程序：${procedureOf(String(facts['procedureId']))?.name ?? ''}（${affair?.name ?? ''}）`;
    }
    case 'notice':
      return `发布${gateName(gateId, names)}`;
    case 'step':
      return `记录“${gateName(gateId, names)}”`;
    case 'correction':
      return `更正“${gateName(gateId, names)}”：之前的不再算数`;
    default:
      return namedFor(isOfPoll(facts), EVENTS[String(facts['type'])] ?? '有新进展');
  }
};
const noteOf = ({ text, byName }: WayRecord): string =>
  [text, byName ? `记录人：${byName}` : ''].filter(Boolean).join('　');

/** What happened on the way, newest first; what a later correction took out says so. */
export const recordMoments = (records: readonly WayRecord[], way: Pick<Way, 'stages'>): Moment[] => {
  const names = new Map(way.stages.flatMap(({ gates }) => gates.map(({ gateId, name }) => [gateId, name] as const)));
  const struck = new Set<string>();
  return records.map((record) => {
    const out = record.kind !== 'correction' && record.gateId !== undefined && struck.has(record.gateId);
    if (record.kind === 'correction')
      String(record.facts['gates'])
        .split(',')
        .forEach((gate) => struck.add(gate));
    const note = noteOf(record);
    return {
      key: record.recordId,
      at: record.at,
      words: `${out ? '（已更正，不算数）' : ''}${headOf(record, names)}`,
      ...(note ? { note } : {}),
    };
  });
};
