import type { Ask, Live, Meeting, MinutesState, Mine, Question } from '@gongzhi/shared/meetings/model';
import { confirmationsNeeded } from '@gongzhi/shared/meetings/minutes-rules';
import { speakingRule } from '@gongzhi/shared/meetings/rule-sets';
import { isOpenQuestion, isQuorate } from '@gongzhi/shared/meetings/rules';
import { nextAsk } from '@gongzhi/shared/meetings/speaking-rules';
import type { AskItem } from './repo-asks';
import type { InMeeting, LiveItem, PersonItem, PlanItem } from './repo-meetings';

/** A field with its value, or nothing: answers leave out what there is not. */
const given = <K extends string, V>(key: K, value: V | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };

export const meetingOf = (
  { communityId, meetingId }: InMeeting,
  plan: PlanItem,
  live: LiveItem | undefined,
): Meeting => ({
  meetingId,
  communityId,
  kind: plan.kind,
  place: plan.place,
  startsAt: plan.startsAt,
  minutes: plan.minutes,
  agenda: plan.agenda,
  roles: plan.roles,
  ...given('expectedCount', plan.expectedCount),
  ...given('speaking', plan.speaking),
  calledAt: plan.calledAt,
  status: live?.status ?? 'called',
  ...given('reason', live?.reason),
});

/** The minutes' way, once the meeting has ended. */
export const recordOf = (live: LiveItem): MinutesState | undefined =>
  live.objectionsUntil === undefined
    ? undefined
    : {
        objectionsUntil: live.objectionsUntil,
        openObjections: live.open?.size ?? 0,
        confirmed: live.confirmed,
        confirmationsNeeded: confirmationsNeeded(live.attended),
        version: live.version,
        ...given('frozenAt', live.frozenAt),
        ...given('hash', live.hash),
      };

const NOBODY: PersonItem = {
  sk: '',
  name: '',
  expected: false,
  via: 'code',
  present: false,
  hands: {},
  spoken: {},
  asked: '',
};
const NOTHING = { count: 0, seconds: 0 };
const handOf = (question: Question | undefined, hands: PersonItem['hands'] = {}) => question && hands[`q${question.n}`];
/** What the caller is and has done, as far as it concerns the item and the question on the floor. */
export const mineOf = ({ item = 0, question, version }: LiveItem, mine: PersonItem = NOBODY): Mine => {
  const { hands, spoken, asked } = { ...NOBODY, ...mine };
  const { count, seconds } = spoken?.[`i${item}`] ?? NOTHING;
  return {
    present: mine.present === true,
    expected: mine.expected,
    attended: mine.arrivedAt !== undefined && mine.expected,
    asked: Boolean(asked?.startsWith(`${item}#`)),
    spoken: count,
    spokenSeconds: seconds,
    ...given('hand', handOf(question, hands)),
    confirmed: mine.confirmedVersion === version,
  };
};

const askOf = ({ personId, name, side, at, spoken }: AskItem): Ask => ({ personId, name, side, at, spoken });

/** While hands are being raised their number by choice is nobody's business: only who closes the question counts them. */
const questionOf = ({ question }: LiveItem) => {
  if (!isOpenQuestion(question)) return question;
  const raised = question.hands.for + question.hands.against + question.hands.abstain;
  return { ...question, hands: { for: 0, against: 0, abstain: 0 }, raised };
};

export const showMeeting = (
  ids: InMeeting,
  { plan, live, mine }: { plan: PlanItem; live: LiveItem; mine: PersonItem | undefined },
  { asks, now }: { asks: readonly AskItem[]; now: Date },
): Live => ({
  ...meetingOf(ids, plan, live),
  now: now.toISOString(),
  base: live.base,
  needed: live.needed,
  present: live.present,
  quorate: isQuorate(live),
  ...given('item', live.item),
  heard: live.heard,
  ...given('speech', live.speech),
  ...given('question', questionOf(live)),
  asks: asks.map(askOf),
  ...given('nextSpeaker', nextAsk(asks, live.lastSide, speakingRule(plan.speaking))?.personId),
  ...given('startedAt', live.startedAt),
  ...given('endedAt', live.endedAt),
  ...given('record', recordOf(live)),
  mine: mineOf(live, mine),
});
