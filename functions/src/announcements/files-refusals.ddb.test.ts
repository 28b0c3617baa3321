import { startStore, type TestStore } from '@gongzhi/local/s3/test-store';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { announcements } from '@gongzhi/shared/announcements/contract';
import { filesRoutes } from '@gongzhi/shared/announcements/contract-files';
import type { FileCheck, FileRef } from '@gongzhi/shared/announcements/files';
import { createFileStore } from '../kernel/file-store';
import { testFaults, testRefusals, testRepeats, type Act, type Case } from '../kernel/test-acts';
import { createFaults } from '../kernel/test-faults';
import { uploadKey } from './repo-files';
import { content, stageAnnouncing, TABLES, words, type Announcing } from './test-announcing';
import { onlyFiles } from './test-files';

/** Every refusal for the sake of files, and every command of theirs asked twice, at once and under faults. */
type C = typeof announcements;
let engine: TestTables;
let store: TestStore;
let stage: Announcing;
let files: ReturnType<typeof createFileStore>;
const who: Record<string, string> = {};
const faults = createFaults();
const NOW = new Date('2026-11-27T02:00:00.000Z');
beforeAll(async () => {
  [engine, store] = await Promise.all([startTables(TABLES), startStore(() => NOW)]);
  files = createFileStore({ ...store, now: () => NOW });
  stage = stageAnnouncing(engine.endpoint, faults.through, { files });
  Object.assign(who, {
    author: await stage.person(['worker']),
    other: await stage.person(['worker']),
    resident: await stage.person(),
  });
});
afterAll(async () => {
  stage.close();
  await Promise.all([engine.stop(), store.stop()]);
});
const is = (name: string) => () => who[name]!;
const nobody = async () => ({ fileId: stage.id() });
const opened = async () => {
  const { body } = await stage.call('openUpload', { bytes: 100 }, { as: who['author']! });
  return { fileId: String(body['fileId']) };
};
const sent = (bytes: Buffer) => async () => {
  const one = await opened();
  await files.write(uploadKey({ communityId: stage.communityId, ...one }), bytes, 'x');
  return one;
};
/** A file as it stands in the table. */
const kept = async (check: FileCheck, label = '图'): Promise<FileRef> => {
  const fileId = stage.id();
  const facts = { kind: 'png' as const, bytes: 9 };
  const askedAt = stage.world.now.toISOString();
  await stage.put('announcements', {
    ...{ pk: `${stage.communityId}#files`, sk: fileId, state: 'kept', by: who['author']!, at: askedAt, most: 9 },
    ...{ ...facts, check, askedAt },
  });
  return { fileId, ...facts, label };
};
const withFile = (file: FileRef) => words({ title: '有图', files: [file] });
const gone = async (): Promise<FileRef> => ({ ...(await kept('pass')), fileId: stage.id() });
const drafted = (check: FileCheck) => async () => stage.drafted(who['author']!, { words: withFile(await kept(check)) });
/** A draft whose file is no longer what it was. */
const emptied = async () => {
  const file = await kept('pass');
  const draft = await stage.drafted(who['author']!, { words: withFile(file) });
  await stage.put('announcements', { pk: `${stage.communityId}#files`, sk: file.fileId, state: 'open' });
  return draft;
};
const correcting = (of: () => Promise<FileRef>) => async () => {
  const { announcementId, revision } = await stage.submitted(who['author']!);
  return { announcementId, revision, words: withFile(await of()), note: '换图' };
};
const only = async ({ fileId }: FileRef) => ({ fileId });
const PDF = Buffer.from('%PDF-1.4');

const CASES: Case<C>[] = [
  [
    ...(['saveDraft', 'FILE_GONE', 'not in this community', is('author')] as const),
    async () => ({ content: content({ words: withFile(await gone()) }) }),
  ],
  ['submitAnnouncement', 'FILE_GONE', 'it went', is('author'), emptied],
  ['submitAnnouncement', 'FILE_RISKY', 'risky', is('author'), drafted('risky')],
  ['submitAnnouncement', 'FILE_UNCHECKED', 'no answer yet', is('author'), drafted('asked')],
  ['submitAnnouncement', 'FILE_UNCHECKED', 'WeChat could not fetch it', is('author'), drafted('failed')],
  ['correctAnnouncement', 'FILE_GONE', 'not there', is('other'), correcting(gone)],
  ['correctAnnouncement', 'FILE_RISKY', 'risky', is('other'), correcting(() => kept('risky'))],
  ['correctAnnouncement', 'FILE_UNCHECKED', 'not asked', is('other'), correcting(() => kept('unasked'))],
  ['openUpload', 'FILE_LARGE', 'more than 10 MB', is('author'), async () => ({ bytes: 10_000_001 })],
  ['readTicket', 'NOT_FOUND', 'nowhere', is('author'), nobody],
  ['readTicket', 'NOT_YOURS', 'another’s', is('other'), opened],
  ['readTicket', 'FILE_CLAIMED', 'taken', is('author'), async () => only(await kept('pass'))],
  ['claimFile', 'NOT_FOUND', 'nowhere', is('author'), nobody],
  ['claimFile', 'NOT_YOURS', 'another’s', is('other'), sent(PDF)],
  ['claimFile', 'FILE_MISSING', 'nothing was sent', is('author'), opened],
  ['claimFile', 'FILE_KIND', 'a programme', is('author'), sent(Buffer.from('MZ'))],
  ['claimFile', 'FILE_LARGE', 'past the form', is('author'), sent(Buffer.alloc(10_000_001))],
  ['recheckFile', 'NOT_FOUND', 'nowhere', is('author'), nobody],
  ['recheckFile', 'FILE_CHECKED', 'it passed', is('author'), async () => only(await kept('pass'))],
  ['recheckFile', 'FILE_CHECKING', 'asked just now', is('author'), async () => only(await kept('asked'))],
  ['readFile', 'NOT_FOUND', 'never taken', is('author'), opened],
  [
    'readFiles',
    'NOT_FOUND',
    'a draft',
    is('resident'),
    async () => ({ announcementId: (await drafted('pass')()).announcementId }),
  ],
];
testRefusals<C>(onlyFiles(announcements), () => stage as never, CASES);

const ACTS: Act<C>[] = [
  { name: 'openUpload', as: is('author'), input: async () => ({ bytes: 100 }), other: { bytes: 101 } },
  { name: 'claimFile', as: is('author'), input: sent(PDF), other: { fileId: '01KATQ8M3N5P7R9S1T2V4W6X8Y' } },
  {
    ...{ name: 'recheckFile', as: is('other'), other: { fileId: '01KATQ8M3N5P7R9S1T2V4W6X8Y' } },
    input: async () => only(await kept('unasked')),
  },
];
testRepeats<C>(filesRoutes as unknown as C, () => stage as never, ACTS);
testFaults<C>(() => stage as never, faults, ACTS);
