import { listRoot, markLine, partRoot, proveLine } from '@gongzhi/shared/votes/list-rules';
import { markOf } from '@gongzhi/shared/votes/receipt';
import { offline, refusal, type Outcome } from '../../kernel/answer-of';
import { VERDICTS, addressIn, codeFault, grouped, hexGroups, joinList, recountCommand, verdictOf } from './model';

const VOTE = '01KATQ8M3N5P7R9S1T2V4W6X8Y';
const CODE = '7K2M-9QXD-0HWT-4BRA';
const MARK = markOf(VOTE, CODE);
const LINES = ['{}', ...[MARK, ...Array.from({ length: 6 }, (_, i) => String(i).repeat(64))].map(markLine).sort()];
const ROOT = listRoot([partRoot(LINES)]);
const prove = (at: number) => proveLine(LINES, { part: 0, at, size: LINES.length }, [partRoot(LINES)]);
const { index, proof } = prove(LINES.indexOf(markLine(MARK)));
const answer = (found?: { index: number; proof: string[] }, root = ROOT) =>
  ({
    ok: true,
    value: { root, key: 'a'.repeat(32), size: LINES.length, ...(found ? { found } : {}) },
  }) as const;

test.each([
  ['stands in the list and the proof leads to its root', answer({ index, proof }), 'found'],
  [
    'is on the list, says the server, with the proof of another line',
    answer({ index: 0, proof: prove(0).proof }),
    'forged',
  ],
  ['is on the list, says the server, with another root', answer({ index, proof }, 'b'.repeat(64)), 'forged'],
  ['is on the list, says the server, and proves nothing', answer({ index, proof: [] }), 'forged'],
  ['is not on the list', answer(), 'missing'],
  ['belongs to a vote not counted yet', refusal('NOT_PUBLISHED'), 'unpublished'],
  ['belongs to a vote with too few', refusal('TOO_FEW_TO_LIST'), 'few'],
  ['belongs to no vote', refusal('NOT_FOUND'), 'unknown'],
  ['could not be asked for', offline(), 'unknown'],
] as const)('a mark that %s', (_, outcome, verdict) => {
  expect(verdictOf(MARK, outcome as never)).toBe(verdict);
});

test('no verdict speaks of a choice', () => {
  for (const { words } of Object.values(VERDICTS)) expect(words).not.toMatch(/赞成|反对|弃权/);
});

test('a code may be typed with or without its dashes, small, and with letters that look like digits', () => {
  for (const typed of [CODE, '7k2m9qxd0hwt4bra', '7K2M 9QXD OHWT 4BRA']) {
    expect(codeFault(typed)).toBeUndefined();
    expect(grouped(typed)).toBe(CODE);
  }
  expect(codeFault('7K2M-9QXD')).toBe('查票码是 16 位字母和数字，现在是 8 位。');
  expect(codeFault('7K2M-9QXD-0HWT-4BRU')).toMatch(/没有字母 U/);
});

test('a scanned receipt leads to its vote; another code to nothing', () => {
  const query = `communityId=310110009001&voteId=${VOTE}&code=${CODE}`;
  const address = { communityId: '310110009001', voteId: VOTE, code: CODE };
  for (const text of [`https://gongzhi.example.cn/#/votes/receipt/index?${query}`, `/votes/receipt/index?${query}`])
    expect(addressIn(text)).toEqual(address);
  expect(addressIn('https://example.cn/?code=1')).toBeUndefined();
  expect(addressIn(`?communityId=310110009001&voteId=${VOTE}&code=%`)).toBeUndefined();
});

test('the list is all its parts in order; one that is missing is said and nothing is kept', async () => {
  type Part = { part: number; parts: number; text: string; key: string };
  const texts = ['a\n', 'b\n', 'c\n'];
  const read = async (n: string): Promise<Outcome<Part>> => ({
    ok: true,
    value: { part: Number(n), parts: texts.length, text: texts[Number(n)] ?? '', key: '' },
  });
  expect(await joinList(read)).toEqual({ ok: true, value: 'a\nb\nc\n' });
  expect(await joinList(async (n) => (n === '1' ? offline() : read(n)))).toEqual(offline());
});

test('what is compared by eye comes in groups, and the command names file and key', () => {
  expect(hexGroups('0123456789abcdef')).toBe('01234567 89abcdef');
  expect(recountCommand('V', 'ab')).toBe('npx @gongzhi/recount vote-V.jsonl --key ab');
});
