import type { FileRef } from '@gongzhi/shared/announcements/files';
import { mayRead } from '@gongzhi/shared/announcements/rules';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Caller } from '../kernel/caller';
import { handOut } from './hand-out';
import type { Deps, Handle } from './repo';
import { isKept } from './repo-files';
import type { HeadItem, InOne } from './repo-heads';

export const readFile: Handle<'readFile'> = async (ids, ctx) => {
  const item = await ctx.repo.files.read(ids);
  if (!item || !isKept(item)) return refuse('NOT_FOUND');
  const { kind, bytes, check, askedAt } = item;
  const { files, until } = handOut(ids.communityId, [{ fileId: ids.fileId, kind, bytes, label: 'file' }], ctx);
  const facts = { fileId: ids.fileId, kind, bytes, check, ...(askedAt ? { askedAt } : {}) };
  return { ...facts, url: files[0]?.url ?? '', until };
};

const isStaff = ({ roles }: Caller): boolean => roles.includes('worker') || roles.includes('supervisor');
/** Whether its files are handed out: to whoever may read it, to staff before it is out too, and to nobody once it is withdrawn. */
const isHanded = (head: HeadItem, caller: Caller): boolean => {
  if (head.state === 'withdrawn') return false;
  return isStaff(caller) || mayRead(head, { personId: caller.personId, staff: false });
};
/** Those of the text that holds; for staff also those of a correction that waits. */
const filesOf = async (ids: InOne, head: HeadItem, { repo, caller }: Pick<Deps, 'repo'> & { caller: Caller }) => {
  const [text, proposed] = await Promise.all([
    repo.texts.read(ids, head.version),
    head.proposedBy && isStaff(caller) ? repo.texts.read(ids, 'proposed') : undefined,
  ]);
  const all = [text, proposed].flatMap((one) => one?.words.files ?? []);
  return [...new Map<string, FileRef>(all.map((file) => [file.fileId, file])).values()];
};

export const readFiles: Handle<'readFiles'> = async (ids, ctx) => {
  const head = await ctx.repo.heads.read(ids);
  if (!head || !isHanded(head, ctx.caller)) return refuse('NOT_FOUND');
  return handOut(ids.communityId, await filesOf(ids, head, ctx), ctx);
};
