import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { Instant, line } from '@gongzhi/shared/kernel/fields';
import { Id } from '@gongzhi/shared/kernel/ids';
import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { MINUTE } from '@gongzhi/shared/kernel/time';

/** What may be attached, as both WeChat and a browser open it. `picture`: it is looked at in the text and checked by WeChat. */
export const FILE_KINDS = {
  jpeg: { picture: true, words: '图片', ending: 'jpg', mediaType: 'image/jpeg' },
  png: { picture: true, words: '图片', ending: 'png', mediaType: 'image/png' },
  pdf: { picture: false, words: 'PDF 文件', ending: 'pdf', mediaType: 'application/pdf' },
  docx: {
    ...{ picture: false, words: 'Word 文档', ending: 'docx' },
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  xlsx: {
    ...{ picture: false, words: 'Excel 表格', ending: 'xlsx' },
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
} as const;
export type FileKind = keyof typeof FILE_KINDS;
export const FileKind = z.enum(Object.keys(FILE_KINDS) as [FileKind, ...FileKind[]]);
export const isPicture = (kind: FileKind): boolean => FILE_KINDS[kind].picture;

/** Limits of files, each with its source. */
export const FILES = {
  /** Files of one announcement, beside its three pages: what fits one screen of a phone without hiding the text. */
  most: { value: 3, source: '本平台规则' },
  /** Bytes of one file. */
  mostBytes: {
    value: 10_000_000,
    source: '微信 media_check_async：文件不超过 10 MB（developers.weixin.qq.com，2026-11-23 读）；文档用同一个上限',
  },
  /** Minutes an upload may begin after it was opened. */
  ticketMinutes: { value: 15, source: '本平台规则' },
  /** Minutes an address that a reader is given opens the file. */
  readMinutes: { value: 15, source: '本平台规则' },
  /** Minutes within which WeChat says what it found; after them the check may be asked for again. */
  checkMinutes: {
    value: 30,
    source: '微信 media_check_async：30 分钟内推送结果（developers.weixin.qq.com，2026-11-23 读）',
  },
  /** Minutes WeChat may fetch a picture. */
  fetchMinutes: { value: 60, source: '微信要能在 30 分钟内下载；多留一倍' },
  /** Days until an upload that nobody claimed is deleted. */
  uploadDays: { value: 1, source: '本平台规则' },
  label: { value: 30, source: '本平台规则' },
} as const;

/** A file of an announcement. `label`: what a picture shows, for whoever does not see it; what a document is called. */
export const FileRef = z.strictObject({
  fileId: Id,
  kind: FileKind,
  bytes: z.int().check(z.positive(), z.maximum(FILES.mostBytes.value)),
  label: line(FILES.label.value, '图片说明或文件名称'),
});
export type FileRef = z.infer<typeof FileRef>;

/**
 * How far WeChat's check of a picture is. `none`: documents, which WeChat does not check; `unasked`: it could not be asked;
 * `asked`: it has not answered; `review`: a person has to look; `failed`: WeChat could not fetch it.
 */
export const FileCheck = z.enum(['none', 'unasked', 'asked', 'pass', 'review', 'risky', 'failed']);
export type FileCheck = z.infer<typeof FileCheck>;

/** What is known of a kept file. `askedAt`: when WeChat was asked. */
export interface FileFacts {
  kind: FileKind;
  bytes: number;
  check: FileCheck;
  askedAt?: string | undefined;
}

/** Whether WeChat may be asked (again): not while an answer may still come, and not once there is one. */
export const mayAskCheck = (
  { check, askedAt }: Pick<FileFacts, 'check' | 'askedAt'>,
  now: Date,
): Refusal<'FILE_CHECKED' | 'FILE_CHECKING'> | undefined => {
  if (check === 'unasked' || check === 'failed') return undefined;
  if (check !== 'asked') return refuse('FILE_CHECKED');
  const waits = Date.parse(askedAt ?? '') + FILES.checkMinutes.value * MINUTE > now.getTime();
  return waits ? refuse('FILE_CHECKING') : undefined;
};

type Found = (fileId: string) => FileFacts | undefined;
const isSame = ({ kind, bytes }: FileRef, facts: FileFacts | undefined): boolean =>
  facts !== undefined && facts.kind === kind && facts.bytes === bytes;
/** Whether these files may be attached: each lies in the store of this community, as it is said to be. */
export const mayAttach = (files: readonly FileRef[], found: Found): Refusal<'FILE_GONE'> | undefined => {
  const gone = files.find((file) => !isSame(file, found(file.fileId)));
  return gone && refuse('FILE_GONE', { label: gone.label });
};

const OPEN: readonly FileCheck[] = ['unasked', 'asked', 'failed'];
/**
 * Whether what is written may leave its author with these files; the author is told which one stands in its way. `waits`: of one
 * a second person has to judge.
 */
export const mayLeave = (
  files: readonly FileRef[],
  found: Found,
): Refusal<'FILE_GONE' | 'FILE_RISKY' | 'FILE_UNCHECKED'> | { waits: boolean } => {
  const gone = mayAttach(files, found);
  if (gone) return gone;
  const checkOf = ({ fileId }: FileRef) => found(fileId)?.check ?? 'unasked';
  const risky = files.find((file) => checkOf(file) === 'risky');
  if (risky) return refuse('FILE_RISKY', { label: risky.label });
  const open = files.find((file) => OPEN.includes(checkOf(file)));
  if (open) return refuse('FILE_UNCHECKED', { label: open.label });
  return { waits: files.some((file) => checkOf(file) === 'review') };
};

/** A size as people say it. */
export const bytesWords = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
/** What a file is, in words: “PDF 文件，320 KB”. */
export const fileWords = ({ kind, bytes }: Pick<FileRef, 'kind' | 'bytes'>): string =>
  `${FILE_KINDS[kind].words}，${bytesWords(bytes)}`;

/** Files in one line: what each is, and what it shows or is called. */
export const filesLine = (files: readonly Pick<FileRef, 'kind' | 'label' | 'bytes'>[]): string =>
  files.map(({ kind, label, bytes }) => `${FILE_KINDS[kind].words}“${label}”（${bytesWords(bytes)}）`).join('、');

/** Where a reader fetches a file, until an instant. */
export const Fetched = z.strictObject({ fileId: Id, url: z.string() });
export type Fetched = z.infer<typeof Fetched>;
export const Handed = z.strictObject({ files: z.array(Fetched), until: Instant });
