import { FILE_KINDS, FILES, isPicture, type FileFacts, type FileKind } from '@gongzhi/shared/announcements/files';
import { isRefusal, refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { askCheck } from './ask-check';
import { kindOfBytes } from './kind-of-bytes';
import type { Deps, Handle } from './repo';
import { isKept, keptKey, uploadKey, type InFile } from './repo-files';
import { stripJpeg } from './strip-jpeg';
import { stripPng } from './strip-png';

const CLEAN: Partial<Record<FileKind, (bytes: Buffer) => Buffer | undefined>> = { jpeg: stripJpeg, png: stripPng };
/** What was sent, as it is kept. */
const cleaned = (sent: Buffer): { kind: FileKind; bytes: Buffer } | Refusal<'FILE_KIND'> => {
  const kind = kindOfBytes(sent);
  const bytes = kind && (CLEAN[kind]?.(sent) ?? (isPicture(kind) ? undefined : sent));
  return kind && bytes ? { kind, bytes } : refuse('FILE_KIND');
};

type Kept = { kind: FileKind; bytes: Buffer };
/** From where it was sent to where it is kept; done twice the same lies there. */
const keep = async (ids: InFile, { files }: Pick<Deps, 'files'>) => {
  const sent = await files.read(uploadKey(ids));
  if (!sent || sent.length === 0) return refuse('FILE_MISSING');
  const most = FILES.mostBytes.value;
  if (sent.length > most) return refuse('FILE_LARGE', { most: most / 1_000_000 });
  const kept = cleaned(sent);
  if (isRefusal(kept)) return kept as Refusal<'FILE_KIND'>;
  const { kind, bytes } = kept as Kept;
  await files.write(keptKey(ids), bytes, FILE_KINDS[kind].mediaType);
  return { kind, bytes: bytes.length };
};
type Shown = { fileId: string } & Pick<FileFacts, 'kind' | 'bytes' | 'check'>;
const shown = ({ fileId }: InFile, { kind, bytes, check }: FileFacts) => ({ fileId, kind, bytes, check });
/** What was sent no longer lies there once it was taken, which the same request may have done meanwhile. */
const takenMeanwhile = async <R>(ids: InFile, ctx: Parameters<Handle<'claimFile'>>[1], refusal: R) => {
  const now = await ctx.repo.files.read(ids);
  return now && isKept(now) ? recallAnswer<Shown, Shown>(ctx, shown(ids, now)) : refusal;
};

export const claimFile: Handle<'claimFile'> = async (ids, ctx) => {
  const { repo, files, caller } = ctx;
  const seen = await repo.files.read(ids);
  if (!seen) return refuse('NOT_FOUND');
  if (seen.by !== caller.personId) return refuse('NOT_YOURS');
  // taken meanwhile by the same request it hears what that was told
  if (isKept(seen)) return recallAnswer<Shown, Shown>(ctx, shown(ids, seen));
  const kept = await keep(ids, ctx);
  if (isRefusal(kept)) return takenMeanwhile(ids, ctx, kept as Exclude<typeof kept, { kind: FileKind }>);
  const { kind, bytes } = kept as { kind: FileKind; bytes: number };
  const facts: FileFacts = { kind, bytes, check: isPicture(kind) ? 'unasked' : 'none' };
  const event = {
    ...{ type: 'announcements.file-kept', subject: ids.fileId, unlisted: true as const },
    data: { kind, bytes },
  };
  const done = await commit(ctx, [repo.files.keepWrite(ids, seen, facts)], event, shown(ids, facts));
  if (isLost(done)) return recallAnswer<Shown, Shown>(ctx, shown(ids, facts));
  // what is left here is deleted after a day
  await files.drop(uploadKey(ids)).catch(() => undefined);
  if (isPicture(kind)) await askCheck(ids, ctx);
  return done;
};
