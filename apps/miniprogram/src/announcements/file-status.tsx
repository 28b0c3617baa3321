import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { announcements } from '@gongzhi/shared/announcements/contract';
import { fileWords, isPicture, mayAskCheck, type FileRef } from '@gongzhi/shared/announcements/files';
import type { Output } from '@gongzhi/shared/kernel/contract';
import { call } from '../kernel/call';
import { Banner } from '../kernel/ui/banner';
import { Picture } from '../kernel/ui/picture';
import { PrimaryButton } from '../kernel/ui/primary-button';
import { Row } from '../kernel/ui/row';
import { useAct } from '../kernel/use-act';
import { useLoaded } from '../kernel/use-loaded';
import { checkSays, checkTone } from './files/model';

/** While WeChat is looking it is asked again after so long. */
const AGAIN_MS = 3_000;

interface FileStatusProps {
  communityId: string;
  file: FileRef;
  /** It is shown elsewhere already. */
  bare?: boolean;
}
type Found = Output<typeof announcements.readFile>;

/** What it is: the picture, or a document's name. */
function Shown({ file, url, onRetry }: { file: FileRef; url: string; onRetry: () => void }) {
  const { kind, label } = file;
  if (isPicture(kind)) return <Picture url={url} label={label || '还没有写说明'} onRetry={onRetry} />;
  return <Row label={label || '还没有名称'} value={fileWords(file)} />;
}

/** How far WeChat's check is, and asking it again. */
function Check({
  at,
  title,
  found,
  reload,
}: {
  at: { communityId: string; fileId: string };
  title: string;
  found: Found;
  reload: () => void;
}) {
  const { busy, act } = useAct(reload);
  const askable = isPicture(found.kind) && !mayAskCheck(found, new Date());
  const again = () => void act(announcements.recheckFile, at, '已请微信再查一次。');
  return (
    <>
      <Banner tone={checkTone(found.check)} title={title} words={checkSays(found.check)} />
      {askable ? <PrimaryButton kind="plain" label="再查一次" busy={busy} onTap={again} /> : null}
    </>
  );
}

function Unread({ says, reload }: { says: string; reload: () => void }) {
  return (
    <>
      <Banner tone="danger" title="没有读到这个文件" words={says} />
      <PrimaryButton kind="plain" label="再读一次" onTap={reload} />
    </>
  );
}

const isAsked = (found: Found | undefined): boolean => found?.check === 'asked';
/** Asks again after a while, as long as it has to be waited for. */
const useAgain = (waits: boolean, reload: () => void): void =>
  useEffect(() => {
    if (!waits) return undefined;
    const timer = setTimeout(reload, AGAIN_MS);
    return () => clearTimeout(timer);
  }, [waits]);

/** One file for whoever writes: what it is, how far its check is, and asking again. */
export function FileStatus({ communityId, file, bare = false }: FileStatusProps) {
  const at = { communityId, fileId: file.fileId };
  const { loaded, reload } = useLoaded(`file ${file.fileId}`, () => call(announcements.readFile, at));
  const found = loaded.value;
  useAgain(isAsked(found) && !loaded.loading, reload);
  return (
    <View>
      {found && !bare ? <Shown file={file} url={found.url} onRetry={reload} /> : null}
      {found ? <Check at={at} title={bare ? file.label : '内容检查'} found={found} reload={reload} /> : null}
      {loaded.failure ? <Unread says={loaded.failure.says} reload={reload} /> : null}
    </View>
  );
}
