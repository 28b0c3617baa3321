import type { Output } from '@gongzhi/shared/kernel/contract';
import type { votes } from '@gongzhi/shared/votes/contract';
import type { PaperReading } from '@gongzhi/shared/votes/channel-rules';

export type Entry = Output<typeof votes.listEntries>['items'][number];

export const READING_WORDS = {
  for: '赞成',
  against: '反对',
  abstain: '弃权',
  invalid: '废票',
  box: '已投入票箱',
} as const satisfies Record<PaperReading, string>;
const wordOf = (reading: string): string => READING_WORDS[reading as PaperReading] ?? reading;

/** Whether something is left to do for it, and what; how the ballot came when nothing is. */
export const ENTRY_WORDS = {
  waiting: '纸质票：等另一位录入',
  differs: '纸质票：两人录入不一样',
  agreed: '纸质票：已计入',
  asked: '协助：等居民确认',
  confirmed: '协助：居民已同意，等录入',
  cast: '协助：已投',
} as const satisfies Record<Entry['state'], string>;
const DONE: readonly Entry['state'][] = ['agreed', 'cast'];
export const isDone = ({ state }: Pick<Entry, 'state'>): boolean => DONE.includes(state);

type Reading = Entry['readings'][number];
const differWords = (mine: string | undefined, others: readonly Reading[]): string => {
  const said = [
    ...(mine ? [`您录入“${wordOf(mine)}”`] : []),
    ...others.map(({ reading }) => `另一位录入“${wordOf(reading)}”`),
  ];
  return `两人录入不一样：${said.join('，')}。请一起再看一次纸质票，看错的一位重新录入。`;
};
const waitWords = (mine: string | undefined): string =>
  mine
    ? `您录入的是“${wordOf(mine)}”，等另一位工作人员看着纸质票再录一次。录错了可以重录。`
    : '另一位工作人员已经录入。请您看着纸质票自己再录一次，两人一致才计入。';

/** What whoever holds the paper now should know and do. The other's reading is told only once they differ. */
export const paperWords = (
  paper: Pick<Entry, 'state' | 'readings'> | undefined,
  personId: string | undefined,
): string => {
  const readings = paper?.readings ?? [];
  const mine = readings.find(({ by }) => by === personId)?.reading;
  switch (paper?.state) {
    case 'agreed':
      return '两位工作人员录入一致，这一票已计入。';
    case 'differs':
      return differWords(
        mine,
        readings.filter(({ by }) => by !== personId),
      );
    case 'waiting':
      return waitWords(mine);
    default:
      return '两位工作人员各看一次纸质票、各录一次，一致才计入。互相看不到对方录的内容。';
  }
};
