import type { Said } from '@gongzhi/shared/resolutions/model';
import type { Write } from '../kernel/commit';
import type { Pages } from '../kernel/pages';
import type { Ids } from './repo-tasks';

export interface AnswerItem extends Omit<Said, 'personId' | 'round'> {
  sk: string;
}
/** Rounds sort as text as they count. */
const name = (round: number, personId: string) => `${String(round).padStart(4, '0')}#${personId}`;
const answersPk = ({ communityId, proposalId, taskId }: Ids) => `${communityId}#m#${proposalId}#a#${taskId}`;
const answerKey = (ids: Ids, round: number, personId: string) => ({ pk: answersPk(ids), sk: name(round, personId) });
const secondKey = (ids: Ids, round: number, personId: string) => ({
  pk: `${ids.communityId}#m#${ids.proposalId}#s#${ids.taskId}`,
  sk: name(round, personId),
});

export const saidOf = ({ sk, verdict, byName, author, at, reason, waiting }: AnswerItem): Said => {
  const [round = '', personId = ''] = sk.split('#');
  return { personId, round: Number(round), verdict, byName, author, at, waiting, ...(reason ? { reason } : {}) };
};

export const repoAnswers = ({ table: TableName, get, getAll, page }: Pages) => ({
  answer: (ids: Ids, round: number, personId: string) => get<AnswerItem>(answerKey(ids, round, personId)),
  /** What somebody said and seconded in a round. */
  mine: async (ids: Ids, round: number, personId: string) => {
    const keys = [answerKey(ids, round, personId), secondKey(ids, round, personId)] as const;
    const lookup = await getAll(keys, { consistent: true });
    return { answered: lookup<AnswerItem>(keys[0])?.verdict, seconded: lookup(keys[1]) !== undefined };
  },
  list: (ids: Ids, cursor: string | undefined) => page<AnswerItem>({ pk: answersPk(ids), newestFirst: true, cursor }),
  answerWrite: (ids: Ids, { personId, round, ...said }: Said): Write => ({
    Put: {
      TableName,
      Item: { ...answerKey(ids, round, personId), ...said },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
    lost: 'ANSWERED',
  }),
  secondWrite: (ids: Ids, round: number, personId: string, at: string): Write => ({
    Put: {
      TableName,
      Item: { ...secondKey(ids, round, personId), at },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
    lost: 'ANSWERED',
  }),
  publishWrite: (ids: Ids, round: number, personId: string): Write => ({
    Update: {
      TableName,
      Key: answerKey(ids, round, personId),
      UpdateExpression: 'SET waiting = :no',
      ConditionExpression: 'waiting = :yes',
      ExpressionAttributeValues: { ':no': false, ':yes': true },
    },
    lost: 'PUBLISHED',
  }),
});
