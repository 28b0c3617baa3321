import fc from 'fast-check';
import {
  bytesWords,
  FILE_KINDS,
  FileRef,
  FILES,
  fileWords,
  mayAskCheck,
  mayAttach,
  mayLeave,
  type FileCheck,
} from './files';

const A = '01KATQ8M3N5P7R9S1T2V4W6X8Y';
const B = '01KATQ8M3N5P7R9S1T2V4W6X8Z';
const file = (more: object = {}): FileRef => ({ fileId: A, kind: 'jpeg', bytes: 100, label: '示意图', ...more });
const at = new Date('2026-11-27T02:00:00.000Z');
const found =
  (check: FileCheck, more: object = {}) =>
  (id: string) =>
    id === A ? { kind: 'jpeg' as const, bytes: 100, check, ...more } : undefined;

test.each([
  ['as it lies there', file(), undefined],
  ['not there, or another community’s', file({ fileId: B }), 'FILE_GONE'],
  ['said to be another kind', file({ kind: 'pdf' }), 'FILE_GONE'],
  ['said to be smaller', file({ bytes: 99 }), 'FILE_GONE'],
])('a file %s', (_, one, refused) => expect(mayAttach([one], found('pass'))?.refused).toBe(refused));

test.each([
  ['pass', { waits: false }],
  ['none', { waits: false }],
  ['review', { waits: true }],
  ['risky', { refused: 'FILE_RISKY', facts: { label: '示意图' } }],
  ['asked', { refused: 'FILE_UNCHECKED', facts: { label: '示意图' } }],
  ['unasked', { refused: 'FILE_UNCHECKED', facts: { label: '示意图' } }],
  ['failed', { refused: 'FILE_UNCHECKED', facts: { label: '示意图' } }],
] as const)('what leaves with a picture whose check is %s', (check, want) =>
  expect(mayLeave([file()], found(check))).toMatchObject({ ...('waits' in want ? want : { refused: want.refused }) }),
);

test('nothing attached stands in no way', () => expect(mayLeave([], found('risky'))).toEqual({ waits: false }));

test('no picture leaves that did not pass or wait for a person', () =>
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom<FileCheck>('none', 'unasked', 'asked', 'pass', 'review', 'risky', 'failed')),
      (checks) => {
        const files = checks.map((_, i) => file({ fileId: `${i}` }));
        const leave = mayLeave(files, (id) => ({ kind: 'jpeg', bytes: 100, check: checks[Number(id)] ?? 'risky' }));
        const clean = checks.every((check) => ['none', 'pass', 'review'].includes(check));
        expect('waits' in leave).toBe(clean);
        if ('waits' in leave) expect(leave.waits).toBe(checks.includes('review'));
      },
    ),
  ));

test.each([
  ['unasked', undefined, undefined],
  ['failed', 1, undefined],
  ['asked', 29, 'FILE_CHECKING'],
  ['asked', 30, undefined],
  ['pass', 60, 'FILE_CHECKED'],
  ['risky', 60, 'FILE_CHECKED'],
  ['none', undefined, 'FILE_CHECKED'],
] as const)('asking again when it is %s since %s minutes', (check, minutes, refused) => {
  const askedAt = minutes === undefined ? undefined : new Date(at.getTime() - minutes * 60_000).toISOString();
  expect(mayAskCheck({ check, askedAt }, at)?.refused).toBe(refused);
});

test.each([
  [1, '1 KB'],
  [320_400, '320 KB'],
  [2_450_000, '2.5 MB'],
])('%d bytes are %s', (bytes, words) => expect(bytesWords(bytes)).toBe(words));
test('a file says what it is', () => expect(fileWords({ kind: 'pdf', bytes: 320_000 })).toBe('PDF 文件，320 KB'));

test('a picture needs a description, and no file is larger than WeChat looks at', () => {
  const said = (one: object) => FileRef.safeParse(one).error?.issues.map(({ message }) => message) ?? [];
  expect(said(file())).toEqual([]);
  expect(said(file({ label: ' ' }))).toEqual(['请填写图片说明或文件名称']);
  expect(said(file({ bytes: FILES.mostBytes.value + 1 }))).toHaveLength(1);
  expect(said(file({ kind: 'exe' }))).toHaveLength(1);
  expect(Object.keys(FILE_KINDS)).toEqual(['jpeg', 'png', 'pdf', 'docx', 'xlsx']);
});

test('every number has a source', () => {
  expect(Object.values(FILES).filter(({ source }) => source.length < 4)).toEqual([]);
});
