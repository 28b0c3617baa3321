import type { Output } from '@gongzhi/shared/kernel/contract';
import type { receipts as routes } from '@gongzhi/shared/votes/contract-receipts';
import { isMarked } from '@gongzhi/shared/votes/list-rules';
import { CODE_CHARACTERS, ReceiptCode, plainCode } from '@gongzhi/shared/votes/receipt';
import type { Outcome } from '../../kernel/answer-of';
import type { Receipt } from '../receipts';

type Proved = Output<typeof routes.proveMark>;

/** What a phone found out about a code. `forged`: the server says it is on the list and the proof does not hold. */
export type Verdict = 'found' | 'missing' | 'forged' | 'unpublished' | 'few' | 'unknown';
const REFUSED: Partial<Record<string, Verdict>> = { NOT_PUBLISHED: 'unpublished', TOO_FEW_TO_LIST: 'few' };

/** Computes the proof itself: the server's word that a mark is on the list is not enough. */
export const verdictOf = (mark: string, outcome: Outcome<Proved>): Verdict => {
  if (!outcome.ok) return REFUSED[outcome.refused ?? ''] ?? 'unknown';
  const { found, root, size } = outcome.value;
  if (!found) return 'missing';
  return isMarked(mark, { ...found, size }, root) ? 'found' : 'forged';
};

export const VERDICTS = {
  found: {
    tone: 'ok',
    title: '查到了',
    words: '您的票在公布的参加清单里，没有漏掉。这是您的手机自己算出来的，不是服务器说了算。这里看不出您投了什么。',
  },
  missing: {
    tone: 'danger',
    title: '清单里没有这个查票码',
    words:
      '请先核对查票码有没有抄错、是不是这一次表决的。都没有错，请打给社区，并下载清单留底：清单公布后改动一个字，都能查出来。',
  },
  forged: {
    tone: 'danger',
    title: '证明不成立，请不要相信这个结果',
    words:
      '服务器说清单里有这个查票码，但手机按它给的证明算不出公布的根。请下载清单留底，打给社区，并请懂的人重新计票。',
  },
  unpublished: {
    tone: 'waiting',
    title: '清单还没有公布',
    words: '表决截止、计票完成以后几分钟内公布清单，到时再来查。查票码请存好。',
  },
  few: {
    tone: 'note',
    title: '这次不公布清单',
    words: '参加的（或者票箱以外的）不足 3 户，公布清单和各选项票数会暴露是谁投的，所以都不公布，只公布参加数和结论。',
  },
} as const;

/** Why a typed code cannot be checked yet; undefined when it can. */
export const codeFault = (typed: string): string | undefined => {
  if (ReceiptCode.safeParse(typed, { jitless: true }).success) return undefined;
  const { length } = plainCode(typed);
  return length === CODE_CHARACTERS
    ? '查票码里没有字母 U，请再看一看。'
    : `查票码是 ${CODE_CHARACTERS} 位字母和数字，现在是 ${length} 位。`;
};

/** A code in groups of four, as it is printed. */
export const grouped = (code: string): string => (plainCode(code).match(/.{1,4}/g) ?? []).join('-');

export interface Address {
  communityId: string;
  voteId: string;
  code: string;
}
const part = (text: string, name: string): string | undefined => new RegExp(`[?&]${name}=([^&#]+)`).exec(text)?.[1];

/** What a scanned receipt names; undefined when it is none of ours. */
export const addressIn = (text: string): Address | undefined => {
  const [communityId, voteId, code] = ['communityId', 'voteId', 'code'].map((name) => part(text, name));
  return communityId && voteId && code && !codeFault(code) ? { communityId, voteId, code } : undefined;
};

/** How a root or a fingerprint is compared by eye: in groups of eight. */
export const hexGroups = (hex: string): string => (hex.match(/.{1,8}/g) ?? []).join(' ');

export const STATE_WORDS = {
  recorded: '已收到',
  sent: '没有收到回音，清单公布后可以查',
} as const satisfies Record<Receipt['state'], string>;

export const fileName = (voteId: string): string => `vote-${voteId}.jsonl`;
/** The command that counts the list again, with the key the reader saw here. */
export const recountCommand = (voteId: string, key: string): string =>
  `npx @gongzhi/recount ${fileName(voteId)} --key ${key}`;

type Part = Output<typeof routes.readList>;
/** The whole list: its parts one after the other, as they were signed. A failure of one is the answer. */
export const joinList = async (read: (part: string) => Promise<Outcome<Part>>): Promise<Outcome<string>> => {
  let text = '';
  for (let part = 0, parts = 1; part < parts; part += 1) {
    const outcome = await read(String(part));
    if (!outcome.ok) return outcome;
    text += outcome.value.text;
    parts = outcome.value.parts;
  }
  return { ok: true, value: text };
};
