import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { FileCheck, FileFacts } from '@gongzhi/shared/announcements/files';
import type { Write } from '../kernel/commit';
import type { Key, Pages } from '../kernel/pages';

export interface InFile {
  communityId: string;
  fileId: string;
}
/** A file: opened by somebody, then kept as it is. No name, no words: those stand in the announcement. */
export interface FileItem extends Partial<FileFacts> {
  sk: string;
  state: 'open' | 'kept';
  /** Who opened it. */
  by: string;
  at: string;
  /** Bytes it may have. */
  most: number;
}
export interface KeptItem extends FileItem, FileFacts {
  state: 'kept';
  kind: FileFacts['kind'];
  bytes: number;
  check: FileCheck;
}
export const isKept = (item: FileItem): item is KeptItem => item.state === 'kept';

/** Where the bytes lie in the store: as they were sent, deleted after a day; and as they are kept. */
export const uploadKey = ({ communityId, fileId }: InFile): string => `uploads/${communityId}/${fileId}`;
export const keptKey = ({ communityId, fileId }: InFile): string => `kept/${communityId}/${fileId}`;

const DAY_S = 86_400;
const inSeconds = (days: number, now: Date): number => Math.floor(now.getTime() / 1_000) + days * DAY_S;
const fileKey = ({ communityId, fileId }: InFile): Key => ({ pk: `${communityId}#files`, sk: fileId });
const traceKey = (traceId: string): Key => ({ pk: `media#${traceId}`, sk: 'trace' });
/** What is known of a trace: whose it is, and what WeChat found; whichever comes second finds both. */
interface Trace extends Partial<InFile> {
  verdict?: FileCheck;
}
const isLost = (error: unknown) => (error as Error).name === 'ConditionalCheckFailedException';

/** Files, and what WeChat says of pictures. */
export const repoFiles = ({ client, table: TableName, get, getAll }: Pages) => {
  const note = async (traceId: string, facts: Trace, now: Date): Promise<Trace> => {
    const entries = Object.entries({ ...facts, expiresAt: inSeconds(2, now) });
    const { Attributes } = await client.send(
      new UpdateCommand({
        ...{ TableName, Key: traceKey(traceId), ReturnValues: 'ALL_NEW' },
        UpdateExpression: `SET ${entries.map((_, i) => `#k${i} = :v${i}`).join(', ')}`,
        ExpressionAttributeNames: Object.fromEntries(entries.map(([name], i) => [`#k${i}`, name])),
        ExpressionAttributeValues: Object.fromEntries(entries.map(([, value], i) => [`:v${i}`, value])),
      }),
    );
    return Attributes as Trace;
  };
  /** A verdict holds once; only that WeChat could not fetch it may still become one. */
  const settle = async ({ communityId, fileId, verdict }: Trace): Promise<void> => {
    if (!communityId || !fileId || !verdict) return;
    const update = new UpdateCommand({
      ...{ TableName, Key: fileKey({ communityId, fileId }), UpdateExpression: 'SET #check = :check' },
      ConditionExpression: '#check IN (:unasked, :asked, :failed)',
      ExpressionAttributeNames: { '#check': 'check' },
      ExpressionAttributeValues: { ':check': verdict, ':unasked': 'unasked', ':asked': 'asked', ':failed': 'failed' },
    });
    await client.send(update).catch((error: unknown) => {
      if (!isLost(error)) throw error;
    });
  };
  return {
    read: (ids: InFile) => get<FileItem>(fileKey(ids)),
    /** Kept files by their ids, strongly consistent: a read unit each. */
    some: async (communityId: string, files: readonly { fileId: string }[]) => {
      const find = await getAll(
        files.map(({ fileId }) => fileKey({ communityId, fileId })),
        { consistent: true },
      );
      return (fileId: string): FileFacts | undefined => {
        const item = find<FileItem>(fileKey({ communityId, fileId }));
        return item && isKept(item) ? item : undefined;
      };
    },
    openWrite: (ids: InFile, item: Omit<FileItem, 'sk' | 'state'>, now: Date): Write => ({
      Put: {
        TableName,
        Item: { ...fileKey(ids), state: 'open', ...item, expiresAt: inSeconds(2, now) },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
      lost: 'OPENED',
    }),
    keepWrite: (ids: InFile, { by, at, most }: FileItem, facts: FileFacts): Write => ({
      Put: {
        TableName,
        Item: { ...fileKey(ids), state: 'kept', by, at, most, ...facts },
        ConditionExpression: '#state = :open',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':open': 'open' },
      },
      lost: 'KEPT',
    }),
    /** WeChat was asked: it may have answered already. */
    asked: async (ids: InFile, traceId: string, now: Date): Promise<void> => {
      const update = new UpdateCommand({
        ...{ TableName, Key: fileKey(ids), UpdateExpression: 'SET #check = :asked, askedAt = :at' },
        ConditionExpression: '#check IN (:unasked, :asked, :failed)',
        ExpressionAttributeNames: { '#check': 'check' },
        ExpressionAttributeValues: {
          ...{ ':asked': 'asked', ':unasked': 'unasked', ':failed': 'failed', ':at': now.toISOString() },
        },
      });
      await client.send(update).catch((error: unknown) => {
        if (!isLost(error)) throw error;
      });
      await settle(await note(traceId, ids, now));
    },
    /** WeChat has answered: perhaps before it is known here what it was asked. */
    answered: async (traceId: string, verdict: FileCheck, now: Date): Promise<void> =>
      settle(await note(traceId, { verdict }, now)),
  };
};
