import type { Facts, Signed, Turn } from '@gongzhi/shared/reports/model';
import type { PeriodId } from '@gongzhi/shared/kernel/periods';
import type { Instants } from '@gongzhi/shared/reports/rules';
import { changeItem, type Change } from '../kernel/change-item';
import type { Write } from '../kernel/commit';
import type { Key, Pages } from '../kernel/pages';

export interface OfMember {
  communityId: string;
  memberId: string;
  period: PeriodId;
}
/** A report as it is kept: who, of which branch and unit, and its instants. */
export interface ReportItem extends Key, Instants {
  memberId: string;
  name: string;
  branchId: string;
  unitId?: string;
  version: number;
  count: number;
  minutes: number;
  preparedAt: string;
  readOnPaper?: true;
  number?: string;
  /** Lines whose words of thanks go along. */
  chosen?: number[];
}
/** What a report says. `entryIds`: the lines of the ledger by their number; `offered`: words that may go along. */
export interface FactsItem {
  facts: Facts;
  entryIds: string[];
  offered: { n: number; words: string }[];
  /** Lines of the ledger left out after an objection. */
  leftOut: string[];
}

const pkOf = ({ communityId, memberId }: Omit<OfMember, 'period'>) => `${communityId}#m#${memberId}`;
const reportKey = (of: OfMember): Key => ({ pk: pkOf(of), sk: of.period });
const factsKey = (of: OfMember): Key => ({ pk: `${pkOf(of)}#facts`, sk: of.period });
const turnsPk = (of: OfMember) => `${pkOf(of)}#turns`;
const turnKey = (of: OfMember, version: number): Key => ({ pk: turnsPk(of), sk: `${of.period}#${version}` });
const signedKey = (of: OfMember): Key => ({ pk: `${pkOf(of)}#signed`, sk: of.period });
const numberKey = (communityId: string, number: string): Key => ({ pk: `${communityId}#numbers`, sk: number });
const branchPk = (communityId: string, branchId: string, period: PeriodId) => `${communityId}#b#${branchId}#${period}`;
const unitPk = (communityId: string, unitId: string) => `${communityId}#u#${unitId}`;
const ONCE = 'attribute_not_exists(pk)';
/** Objections to one report that are shown. */
const TURNS = 20;

export const repoReports = ({ table: TableName, get, getAll, page, under }: Pages) => {
  const listed = async (listing: Omit<Parameters<typeof page>[0], 'by'> & { by: readonly [string, string] }) => {
    const { items, next } = await page<Key>(listing);
    const found = await getAll(items, { consistent: true });
    return { items: items.map((key) => found<ReportItem>(key)).filter((item) => item !== undefined), next };
  };
  return {
    read: (of: OfMember) => get<ReportItem>(reportKey(of)),
    facts: (of: OfMember) => get<FactsItem>(factsKey(of)),
    turns: async (of: OfMember): Promise<Turn[]> => {
      const found = await under({ pk: turnsPk(of), prefix: `${of.period}#`, limit: TURNS });
      return found.map(({ pk: _pk, sk: _sk, ...turn }) => turn as Turn).sort((a, b) => a.version - b.version);
    },
    signed: async (of: OfMember): Promise<Signed | undefined> => {
      const { pk: _pk, sk: _sk, ...signed } = (await get<Signed & Key>(signedKey(of))) ?? { pk: '', sk: '' };
      return 'hash' in signed ? signed : undefined;
    },
    /** Whose report a number is. */
    numbered: async (communityId: string, number: string): Promise<OfMember | undefined> => {
      const item = await get<Pick<OfMember, 'memberId' | 'period'>>(numberKey(communityId, number));
      return item && { communityId, memberId: item.memberId, period: item.period };
    },
    own: (of: Omit<OfMember, 'period'>, cursor: string | undefined) =>
      page<ReportItem>({ pk: pkOf(of), newestFirst: true, cursor }),
    ofBranch: ({ communityId, branchId, period }: Omit<OfMember, 'memberId'> & { branchId: string }, cursor?: string) =>
      listed({
        ...{ pk: branchPk(communityId, branchId, period), index: 'byBranch', by: ['dpk', 'dsk'] as const },
        ...{ newestFirst: false, cursor },
      }),
    ofUnit: (communityId: string, unitId: string, cursor?: string) =>
      listed({
        ...{ pk: unitPk(communityId, unitId), index: 'byUnit', by: ['ppk', 'psk'] as const },
        ...{ newestFirst: true, cursor },
      }),
    /** The report made, or made anew in the place of the version that was seen. */
    prepareWrites: (of: OfMember, report: Omit<ReportItem, keyof Key>, said: FactsItem): Write[] => {
      const index = { dpk: branchPk(of.communityId, report.branchId, of.period), dsk: of.memberId };
      const first = report.version === 1;
      return [
        {
          Put: {
            TableName,
            Item: { ...reportKey(of), ...report, ...index },
            ConditionExpression: first ? ONCE : 'version = :before AND attribute_not_exists(sentAt)',
            ...(first ? {} : { ExpressionAttributeValues: { ':before': report.version - 1 } }),
          },
          lost: 'MOVED',
        },
        { Put: { TableName, Item: { ...factsKey(of), ...said } } },
      ];
    },
    changeWrite: (of: OfMember, change: Change): Write => changeItem(TableName, reportKey(of), change),
    objectWrite: (of: OfMember, turn: Turn): Write => ({
      Put: { TableName, Item: { ...turnKey(of, turn.version), ...turn }, ConditionExpression: ONCE },
      lost: 'MOVED',
    }),
    answerWrite: (of: OfMember, version: number, said: Required<Pick<Turn, 'verdict' | 'answer' | 'answeredAt'>>) =>
      changeItem(TableName, turnKey(of, version), {
        to: 'SET #verdict = :verdict, #answer = :answer, #answeredAt = :at',
        when: 'attribute_exists(#pk) AND attribute_not_exists(#verdict)',
        lost: 'MOVED',
        values: { ':verdict': said.verdict, ':answer': said.answer, ':at': said.answeredAt },
      }),
    /** Sent: the unit’s list has it, and its number leads to it. */
    sendWrites: (of: OfMember, sent: { unitId: string; number: string; at: string; version: number }): Write[] => [
      changeItem(TableName, reportKey(of), {
        to: 'SET #sentAt = :at, #number = :number, #ppk = :unit, #psk = :order',
        when:
          '#version = :version AND attribute_not_exists(#sentAt) AND attribute_exists(#seenAt)' +
          ' AND (attribute_not_exists(#objectedAt) OR attribute_exists(#answeredAt))',
        lost: 'MOVED',
        values: {
          ...{ ':at': sent.at, ':number': sent.number, ':version': sent.version },
          ...{ ':unit': unitPk(of.communityId, sent.unitId), ':order': `${sent.at}#${of.memberId}` },
        },
      }),
      {
        Put: {
          TableName,
          Item: { ...numberKey(of.communityId, sent.number), memberId: of.memberId, period: of.period },
          ConditionExpression: ONCE,
        },
        lost: 'MOVED',
      },
    ],
    signedItem: (of: OfMember, signed: Signed) => ({ TableName, Item: { ...signedKey(of), ...signed } }),
  };
};
