import type { Request } from '@gongzhi/shared/volunteering/request';
import { dateInWords } from '@gongzhi/shared/kernel/time';
import type { Tone } from '../words';

export const STATE_WORDS: Record<Request['state'], readonly [string, Tone]> = {
  waiting: ['等社区看过', 'waiting'],
  open: ['等人帮忙', 'waiting'],
  taken: ['有人帮了', 'active'],
  closed: ['已关闭', 'plain'],
};

export const byline = ({ by, at }: Pick<Request, 'by' | 'at'>): string => `${by} · ${dateInWords(at)}`;

export interface Reader {
  personId: string | undefined;
  worker: boolean;
}
/** What the reader may do about a request. */
export const mayDo = (
  { state, authorId }: Pick<Request, 'state' | 'authorId'>,
  { personId, worker }: Reader,
): { help: boolean; close: boolean; publish: boolean } => ({
  help: state === 'open' && authorId !== personId,
  close: (state === 'open' || state === 'waiting') && (worker || authorId === personId),
  publish: state === 'waiting' && worker,
});

/** What is said after asking. */
export const askedWords = ({ state }: Pick<Request, 'state'>): string =>
  state === 'waiting' ? '已收到，社区工作者看过以后邻居就能看到。' : '已发出，邻居能看到了。';
