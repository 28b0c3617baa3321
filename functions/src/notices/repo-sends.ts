import { PutCommand, QueryCommand, UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import { COUNTED, countsOf, nothingYet, type Counts } from '@gongzhi/shared/kernel/outcomes';
import { KEPT_DAYS } from '@gongzhi/shared/notices/rules';
import { SENDING } from '@gongzhi/shared/notices/sending';
import { changeItem } from '../kernel/change-item';
import type { Write } from '../kernel/commit';
import { chunkKey, sendPk, type ChunkItem } from '../kernel/deliveries';
import { ifStill } from '../kernel/if-still';
import type { Pages } from '../kernel/pages';
import type { SendItem, SendPlan } from './model';

/** `base`: the outcomes as they were counted on the job; what changes later is counted by itself. `numbers`: of a digest, how many each is told of. */
export interface Chunk extends ChunkItem {
  base?: string;
  numbers?: number[];
}
const DAY_SECONDS = 86_400;
const CHUNKS_A_PAGE = 25;
export const sendKey = (sendId: string) => ({ pk: sendPk(sendId), sk: 'job' });
const ttlOf = (now: Date) => Math.floor(now.getTime() / 1000) + KEPT_DAYS * DAY_SECONDS;
const laterThan = (now: Date, ms: number = SENDING.reviveMs) => new Date(now.getTime() + ms).toISOString();
const NONE = Object.fromEntries(COUNTED.map((name) => [name, 0])) as Counts;

/** Adds figures to the job's: `ADD #delivered :delivered, …` with those that are not zero. */
const adding = (counts: Partial<Counts>) => {
  const some = Object.entries(counts).filter(([, n]) => n !== 0);
  return {
    to: some.length > 0 ? ` ADD ${some.map(([name]) => `#${name} :${name}`).join(', ')}` : '',
    values: Object.fromEntries(some.map(([name, n]) => [`:${name}`, n])),
  };
};

export const repoSends = ({ client, table: TableName, get }: Pages) => {
  const put = (Item: object) =>
    ifStill(client.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' })));
  const apply = ({ Update }: Write) => ifStill(client.send(new UpdateCommand(Update as UpdateCommandInput)));
  const change = (sendId: string, to: string, when: string, values: Record<string, unknown>): Write =>
    changeItem(TableName, sendKey(sendId), { to, when, lost: 'MOVED', values });
  /** The job as this run read it stands where it stood. */
  const AT = '#next = :next AND (#state = :sending OR #state = :held)';
  const at = ({ next }: SendItem) => ({ ':next': next, ':sending': 'sending', ':held': 'held' });

  return {
    job: (sendId: string) => get<SendItem>(sendKey(sendId)),
    chunk: (sendId: string, chunk: number) => get<Chunk>(chunkKey(sendId, chunk)),
    /** Begins a sending, once: the inboxes are filled first. */
    begin: (plan: SendPlan, now: Date) =>
      put({
        ...{ ...sendKey(plan.sendId), ...plan, state: 'telling', chunks: 0, told: 0, next: 0, fails: 0, ...NONE },
        ...{ begunAt: now.toISOString(), ttl: ttlOf(now) },
      }),
    /** Whom a chunk is for. Nothing is sent before every chunk lies there, so that a page told again may lay it again. */
    putChunk: async (sendId: string, chunk: number, some: Pick<Chunk, 'people' | 'numbers'>, now: Date) => {
      const Item = { ...chunkKey(sendId, chunk), ...some, out: nothingYet(some.people.length), ttl: ttlOf(now) };
      await client.send(new PutCommand({ TableName, Item }));
    },
    /** Everybody was told in the app: the sending begins, now or at `wake`. */
    ready: (sendId: string, { chunks, told }: { chunks: number; told: number }, wake: Date) =>
      apply(
        change(
          sendId,
          'SET #state = :sending, #chunks = :chunks, #told = :told, #wake = :wake, #gpk = :due, #gsk = :gsk',
          '#state = :telling',
          {
            ...{ ':sending': 'sending', ':telling': 'telling', ':chunks': chunks, ':told': told, ':due': 'due' },
            ...{ ':wake': wake.toISOString(), ':gsk': `${wake.toISOString()}#${sendId}` },
          },
        ),
      ),
    /** Writes outcomes over those that were read. `whole`: nobody of the chunk waits any more, and it can be counted. */
    setOut: ({ pk, sk, out }: Chunk, to: string, whole: boolean) =>
      apply(
        changeItem(
          TableName,
          { pk, sk },
          {
            to: `SET #out = :to${whole ? ', #base = :to' : ''}`,
            when: '#out = :out AND attribute_not_exists(#base)',
            lost: 'MOVED',
            values: { ':to': to, ':out': out },
          },
        ),
      ),
    /** The next chunk, with what became of this one: counted once, for the job moves on once. */
    advance: (job: SendItem, base: string): Promise<boolean> => {
      const { to, values } = adding(countsOf(base));
      return apply(
        change(job.sendId, `SET #next = :then, #state = :sending, #fails = :zero REMOVE #wake${to}`, AT, {
          ...{ ...at(job), ...values, ':then': job.next + 1, ':zero': 0 },
        }),
      );
    },
    /** Goes on at an instant: what stands still until then is nobody's message. */
    sleep: (job: SendItem, wake: Date, { fails, state }: { fails: number; state: 'sending' | 'held' }) =>
      apply(
        change(job.sendId, 'SET #wake = :wake, #fails = :fails, #state = :state, #gpk = :due, #gsk = :gsk', AT, {
          ...{ ...at(job), ':wake': wake.toISOString(), ':fails': fails, ':state': state },
          ...{ ':due': 'due', ':gsk': `${wake.toISOString()}#${job.sendId}` },
        }),
      ),
    /** Over, after the last chunk: whoever is unclear is looked at once more at `settleAt`. */
    overWrite: (job: SendItem, settleAt: Date | undefined): Write =>
      change(
        job.sendId,
        `SET #state = :over${settleAt ? ', #settleAt = :at, #gpk = :due, #gsk = :gsk' : ''} REMOVE #wake${settleAt ? '' : ', #gpk, #gsk'}`,
        AT,
        {
          ...{ ...at(job), ':over': 'over', ':due': 'due', ':at': settleAt?.toISOString() },
          ':gsk': `${settleAt?.toISOString()}#${job.sendId}`,
        },
      ),
    stopWrite: (job: SendItem, why: string, field: string, settleAt: Date): Write =>
      change(
        job.sendId,
        'SET #state = :stopped, #why = :why, #field = :field, #settleAt = :at, #gpk = :due, #gsk = :gsk REMOVE #wake',
        AT,
        {
          ...{ ...at(job), ':stopped': 'stopped', ':why': why, ':field': field, ':at': settleAt.toISOString() },
          ...{ ':due': 'due', ':gsk': `${settleAt.toISOString()}#${job.sendId}` },
        },
      ),
    /** An end that nobody is told of. */
    finish: apply,
    /** Everybody who was unclear is settled. */
    settled: ({ sendId }: SendItem) =>
      apply(change(sendId, 'REMOVE #gpk, #gsk, #settleAt', 'attribute_exists(#settleAt)', {})),
    /** In a transaction: one outcome of a chunk changed, and the job's figures when the chunk was counted. */
    moveWrites: ({ pk, sk, out, base }: Chunk, to: string, sendId: string): Write[] => {
      const [before, after] = [countsOf(out), countsOf(to)];
      const delta = Object.fromEntries(COUNTED.map((name) => [name, after[name] - before[name]]));
      const { to: add, values } = adding(delta);
      return [
        changeItem(
          TableName,
          { pk, sk },
          {
            to: 'SET #out = :to',
            when: `#out = :out AND ${base === undefined ? 'attribute_not_exists' : 'attribute_exists'}(#base)`,
            lost: 'MOVED',
            values: { ':to': to, ':out': out },
          },
        ),
        ...(base === undefined ? [] : [change(sendId, add.trim(), 'attribute_exists(#pk)', values)]),
      ];
    },
    /** Chunks of a sending from one on, some at a time. */
    chunksFrom: async (sendId: string, from: string | undefined) => {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
          ExpressionAttributeValues: { ':pk': sendPk(sendId), ':first': '0', ':last': '999999' },
          ConsistentRead: true,
          Limit: CHUNKS_A_PAGE,
          ...(from ? { ExclusiveStartKey: { pk: sendPk(sendId), sk: from } } : {}),
        }),
      );
      return { items: Items as Chunk[], next: LastEvaluatedKey?.['sk'] as string | undefined };
    },
    /** Work that has come due, the earliest first: keys of jobs. The index only says where to look. */
    due: async (now: Date): Promise<{ pk: string; sk: string }[]> => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName,
          IndexName: 'byDue',
          KeyConditionExpression: 'gpk = :due AND gsk <= :now',
          ExpressionAttributeValues: { ':due': 'due', ':now': `${now.toISOString()}~` },
          Limit: 50,
        }),
      );
      return (Items as { pk: string; sk: string }[]).map(({ pk, sk }) => ({ pk, sk }));
    },
    /** Makes a job's image come through the stream once more, and looks at it again later. */
    nudge: ({ pk, sk }: { pk: string; sk: string }, now: Date) =>
      apply(
        changeItem(
          TableName,
          { pk, sk },
          {
            to: 'SET #nudged = :now, #gsk = :gsk',
            when: 'attribute_exists(#gpk)',
            lost: 'OVER',
            values: { ':now': now.toISOString(), ':gsk': `${laterThan(now)}#${pk}` },
          },
        ),
      ),
  };
};
export type Sends = ReturnType<typeof repoSends>;
