import type { Live } from '@gongzhi/shared/meetings/model';
import { speakingRule } from '@gongzhi/shared/meetings/rule-sets';

/** What the chair can do now: the one that leads on, and the others. */
export type Step = 'doors' | 'start' | 'item' | 'next' | 'endSpeech' | 'closeQuestion' | 'closeItem' | 'end';
export const STEP_WORDS: Record<Step, string> = {
  doors: '开始签到',
  start: '宣布开会',
  item: '审议下一件',
  next: '请下一位发言',
  endSpeech: '发言结束',
  closeQuestion: '结束举手，看结果',
  closeItem: '结束这个议题',
  end: '宣布散会',
};

export const nextItem = ({ agenda, heard }: Pick<Live, 'agenda' | 'heard'>): number | undefined =>
  agenda.find(({ n }) => !heard.includes(n))?.n;

const onFloor = ({ question, speech, asks }: Live): Step => {
  if (question && !question.outcome) return 'closeQuestion';
  if (speech) return 'endSpeech';
  return asks.length > 0 ? 'next' : 'closeItem';
};

/** The step that leads on from here; undefined when the meeting is over. */
export const stepOf = (live: Live): Step | undefined => {
  if (live.status === 'called') return 'doors';
  if (live.status === 'gathering') return 'start';
  if (live.status !== 'open') return undefined;
  if (live.item !== undefined) return onFloor(live);
  return nextItem(live) === undefined ? 'end' : 'item';
};

/** Why the step cannot be taken yet, in words. */
export const whyNot = (live: Live): string | undefined =>
  live.status === 'gathering' && !live.quorate
    ? `到会 ${live.present} 人，满 ${live.needed} 人才能宣布开会`
    : undefined;

const mayPut = ({ item, question }: Live) =>
  item !== undefined && (question === undefined || question.outcome !== undefined);

/** The item on the floor may be finished though people still wait to speak. */
const mayCutShort = (live: Live) =>
  live.item !== undefined && live.speech === undefined && mayPut(live) && stepOf(live) !== 'closeItem';
const mayEndEarly = (live: Live) => live.status === 'open' && live.item === undefined && stepOf(live) !== 'end';

/** What else can be done on the floor, beside the step that leads on. */
export const others = (live: Live): { extend: boolean; question: boolean; closeItem: boolean; end: boolean } => ({
  extend: live.speech !== undefined && live.speech.extensions < speakingRule(live.speaking).extensions,
  question: live.status === 'open' && mayPut(live) && live.quorate,
  closeItem: mayCutShort(live),
  end: mayEndEarly(live),
});
