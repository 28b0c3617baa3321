import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { dayAfter, dayInChina, endOfDay } from '@gongzhi/shared/kernel/working-days';
import { MOST_TASKS } from '@gongzhi/shared/kernel/task';
import type { Result } from '@gongzhi/shared/kernel/satisfaction-result';
import type { Heard, Response } from './publication';
import { PUBLICATION } from './rule-sets';

/** How far the answering of a result has come: versions, promises in all of them, and when the first was published. */
export interface Answered {
  version: number;
  items: number;
  firstAt: string;
}
type Judged = Pick<Result, 'overall' | 'closedAt'>;

/** The instant until which a community has time to answer a result: the end of a day in China. */
export const answerDueAt = (closedAt: string): string => endOfDay(dayAfter(dayInChina(closedAt), PUBLICATION.days));

/** Whether a result was answered, as it stands now; computed, so that no clock has to say it. */
export const responseOf = ({ overall, closedAt }: Judged, answered: Answered | undefined, now: Date): Response => {
  const dueAt = answerDueAt(closedAt);
  if (answered) return { state: 'published', dueAt, versions: answered.version, publishedAt: answered.firstAt };
  if (!overall.shown) return { state: 'notNeeded', dueAt, versions: 0 };
  return { state: now.getTime() >= Date.parse(dueAt) ? 'overdue' : 'waiting', dueAt, versions: 0 };
};

/** What a line may point at: figures that were told. */
export const pointable = ({ overall, questions }: Pick<Result, 'overall' | 'questions'>): string[] => [
  ...(overall.shown ? ['overall'] : []),
  ...questions.filter(({ figure }) => figure.shown).map(({ questionId }) => questionId),
];

interface Writing {
  after: number;
  heard: readonly Heard[];
  doing: readonly unknown[];
}
type No = Refusal<'NOT_FOUND' | 'NOTHING_HEARD' | 'QUESTION_UNHEARD' | 'STALE' | 'TOO_MANY_TASKS'>;
/** Whether what is written may stand beside what stands: `answered` is how far the answering has come. */
const mayStand = (
  told: readonly string[],
  answered: Pick<Answered, 'version' | 'items'>,
  { after, heard, doing }: Writing,
): No | undefined => {
  if (answered.version !== after) return refuse('STALE');
  if (heard.some(({ about }) => about !== undefined && !told.includes(about))) return refuse('QUESTION_UNHEARD');
  return answered.items + doing.length > MOST_TASKS ? refuse('TOO_MANY_TASKS', { most: MOST_TASKS }) : undefined;
};
/** Whether an answer may be published now. Too late is no reason against it: late is better than never. */
export const mayPublish = (
  result: Pick<Result, 'overall' | 'questions'> | undefined,
  answered: Pick<Answered, 'version' | 'items'> | undefined,
  writing: Writing,
): No | undefined => {
  if (!result) return refuse('NOT_FOUND');
  if (!result.overall.shown) return refuse('NOTHING_HEARD');
  return mayStand(pointable(result), answered ?? { version: 0, items: 0 }, writing);
};
