import type { Batch, Certificate } from '@gongzhi/shared/hours/certificate-model';
import { stateOf } from '@gongzhi/shared/hours/certificate-rules';
import type { Write } from '../kernel/commit';
import type { Key, Pages } from '../kernel/pages';

export type Stored = Omit<Certificate, 'number' | 'state'>;
type CertificateItem = Stored & Key & Partial<Record<'dpk' | 'dsk' | 'opk' | 'osk', string>>;
type BatchItem = Omit<Batch, 'batchId' | 'count'> & Key & { numbers: string[] };

const certificateKey = (communityId: string, number: string): Key => ({
  pk: `${communityId}#certificates`,
  sk: number,
});
const batchesPk = (communityId: string) => `${communityId}#batches`;
const ownPk = (communityId: string, volunteerId: string) => `${communityId}#proves#${volunteerId}`;
const publicPk = (communityId: string) => `${communityId}#publicity`;

const certificateOf = (item: CertificateItem, now: Date): Certificate => {
  const { pk: _pk, sk: number, dpk: _dpk, dsk: _dsk, opk: _opk, osk: _osk, ...rest } = item;
  return { number, state: stateOf(item, now), ...rest };
};
const batchOf = ({ pk: _pk, sk: batchId, numbers, ...batch }: BatchItem): Batch => ({
  batchId,
  count: numbers.length,
  ...batch,
});

export const repoCertificates = ({ table: TableName, get, getAll, page }: Pages) => {
  const named = async (communityId: string, numbers: readonly string[], now: Date): Promise<Certificate[]> => {
    const keys = numbers.map((number) => certificateKey(communityId, number));
    const lookup = await getAll(keys, { consistent: true });
    return keys
      .map((key) => lookup<CertificateItem>(key))
      .filter((item) => item !== undefined)
      .map((item) => certificateOf(item, now));
  };
  return {
    read: async (communityId: string, number: string, now: Date): Promise<Certificate | undefined> => {
      const item = await get<CertificateItem>(certificateKey(communityId, number));
      return item && certificateOf(item, now);
    },
    batch: async (communityId: string, batchId: string, now: Date) => {
      const item = await get<BatchItem>({ pk: batchesPk(communityId), sk: batchId });
      return item && { ...batchOf(item), items: await named(communityId, item.numbers, now) };
    },
    batches: async (communityId: string, cursor: string | undefined) => {
      const { items, next } = await page<BatchItem>({ pk: batchesPk(communityId), newestFirst: true, cursor });
      return { items: items.map(batchOf), next };
    },
    mine: async (
      { communityId, volunteerId }: { communityId: string; volunteerId: string },
      cursor: string | undefined,
      now: Date,
    ) => {
      const listing = {
        pk: ownPk(communityId, volunteerId),
        index: 'byVolunteer',
        by: ['opk', 'osk'],
        newestFirst: true,
      } as const;
      const { items, next } = await page<Key>({ ...listing, cursor });
      return {
        items: await named(
          communityId,
          items.map(({ sk }) => sk),
          now,
        ),
        next,
      };
    },
    /** What hangs out at `now`; a revoked one does so until its publicity would have ended. */
    public: async (communityId: string, cursor: string | undefined, now: Date) => {
      const listing = { pk: publicPk(communityId), index: 'byDue', by: ['dpk', 'dsk'], newestFirst: false } as const;
      const { items, next } = await page<Key>({ ...listing, cursor, after: `${now.toISOString()}~` });
      return {
        items: await named(
          communityId,
          items.map(({ sk }) => sk),
          now,
        ),
        next,
      };
    },
    issueWrite: (communityId: string, number: string, certificate: Stored): Write => {
      const { volunteerId, issuedAt, publicUntil } = certificate;
      const own = { opk: ownPk(communityId, volunteerId), osk: `${issuedAt}#${number}` };
      const hung = publicUntil > issuedAt ? { dpk: publicPk(communityId), dsk: `${publicUntil}#${number}` } : {};
      const Item = { ...certificateKey(communityId, number), ...certificate, ...own, ...hung };
      return { Put: { TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }, lost: 'ISSUED' };
    },
    batchWrite: (communityId: string, batchId: string, batch: Omit<BatchItem, keyof Key>): Write => ({
      Put: { TableName, Item: { pk: batchesPk(communityId), sk: batchId, ...batch } },
    }),
    revokeWrite: (communityId: string, number: string, { at, reason }: { at: string; reason: string }): Write => ({
      Update: {
        TableName,
        Key: certificateKey(communityId, number),
        UpdateExpression: 'SET revokedAt = :at, revokedReason = :reason',
        ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(revokedAt)',
        ExpressionAttributeValues: { ':at': at, ':reason': reason },
      },
      lost: 'REVOKED',
    }),
  };
};
