import { FileCheck, type FileRef } from '@gongzhi/shared/announcements/files';
import { checkSays, checkTone, labelOf, missingFiles, namedFiles, relabelled } from './model';

const file = (more: Partial<FileRef> = {}): FileRef => ({ fileId: 'a', kind: 'png', bytes: 1, label: '图', ...more });

test.each([
  ['pdf', '停水安排.pdf', '停水安排'],
  ['docx', ' 通知\n(最终).docx', '通知 (最终)'],
  ['xlsx', '名单', '名单'],
  ['pdf', `${'长'.repeat(40)}.pdf`, '长'.repeat(30)],
  ['jpeg', 'IMG_0001.jpg', ''],
] as const)('a %s called %j is first labelled %j', (kind, name, label) => expect(labelOf(kind, name)).toBe(label));

test('a picture without a description, and a document without a name, are asked for', () => {
  expect(missingFiles([])).toBeUndefined();
  expect(missingFiles([file()])).toBeUndefined();
  expect(missingFiles([file(), file({ label: ' ' })])).toBe('请写图片说明。');
  expect(missingFiles([file({ kind: 'pdf', label: '' })])).toBe('请写文件名称。');
});

test('one is labelled anew, the others stay', () => {
  const files = [file(), file({ fileId: 'b' })];
  expect(relabelled(files, 'b', '新').map(({ label }) => label)).toEqual(['图', '新']);
  expect(namedFiles(files)).toBe('a b');
});

test('each check has its own words, and what keeps a picture back looks so', () => {
  const words = FileCheck.options.map(checkSays);
  expect(new Set(words).size).toBe(FileCheck.options.length);
  expect(FileCheck.options.filter((check) => checkTone(check) === 'danger')).toEqual(['risky', 'failed']);
  expect(FileCheck.options.filter((check) => checkTone(check) === 'waiting')).toEqual(['unasked', 'asked', 'review']);
});
