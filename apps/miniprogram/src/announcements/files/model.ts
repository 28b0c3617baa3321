import { FILES, isPicture, type FileCheck, type FileKind, type FileRef } from '@gongzhi/shared/announcements/files';

/** Files apart from others by what they are. */
export const namedFiles = (files: readonly Pick<FileRef, 'fileId'>[]): string =>
  files.map(({ fileId }) => fileId).join(' ');

/** What a document is called at first: its name without its ending, in one line. Of a picture somebody has to say what it shows. */
export const labelOf = (kind: FileKind, name: string): string => {
  if (isPicture(kind)) return '';
  const bare = name.replace(/\.[A-Za-z]{2,5}$/, '');
  const all = [...bare.replace(/\s+/g, ' ').trim()];
  return all.slice(0, FILES.label.value).join('');
};

const CHECKS: Readonly<Record<FileCheck, string>> = {
  none: '微信不检查文件内容，请自己看好；要第二个人同意的，他也会看到。',
  unasked: '还没能请微信检查这张图片，不会发出去。',
  asked: '微信正在检查这张图片，一般几秒钟，最长半小时。',
  pass: '微信检查通过。',
  review: '微信拿不准这张图片，要第二个人看过再发。',
  risky: '这张图片没有通过微信的内容检查，不能发。请拿掉或换一张。',
  failed: '微信没有取到这张图片，不会发出去。请再查一次。',
};
/** How far the check of a file is, in words. */
export const checkSays = (check: FileCheck): string => CHECKS[check];
export const checkTone = (check: FileCheck): 'note' | 'danger' | 'waiting' => {
  if (check === 'risky' || check === 'failed') return 'danger';
  return check === 'asked' || check === 'unasked' || check === 'review' ? 'waiting' : 'note';
};

/** What is missing of the files before the text can be kept. */
export const missingFiles = (files: readonly FileRef[]): string | undefined => {
  const bare = files.find(({ label }) => !label.trim());
  return bare && (isPicture(bare.kind) ? '请写图片说明。' : '请写文件名称。');
};

/** With another label of one of them. */
export const relabelled = (files: readonly FileRef[], fileId: string, label: string): FileRef[] =>
  files.map((file) => (file.fileId === fileId ? { ...file, label } : file));
