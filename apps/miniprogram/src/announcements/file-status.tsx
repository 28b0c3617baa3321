import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { announcements } from '@gongzhi/shared/announcements/contract';
import { fileWords, isPicture, mayAskCheck, type FileRef } from '@gongzhi/shared/announcements/files';
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
  /** The picture is shown elsewhere already. */
  bare?: boolean;
}
/** One file for whoever writes: the picture, how far its check is, and asking again. */
export function FileStatus({ communityId, file, bare = false }: FileStatusProps) {
  const { fileId, kind, label } = file;
  const at = { communityId, fileId };
  const { loaded, reload } = useLoaded(`file ${fileId}`, () => call(announcements.readFile, at));
  const { busy, act } = useAct(reload);
  const found = loaded.value;
  const asked = found?.check === 'asked';
  useEffect(() => {
    if (!asked || loaded.loading) return undefined;
    const timer = setTimeout(reload, AGAIN_MS);
    return () => clearTimeout(timer);
  }, [asked, loaded.loading]);
  const again = () => void act(announcements.recheckFile, at, '已请微信再查一次。');
  const askable = found && isPicture(kind) && !mayAskCheck(found, new Date());
  return (
    <View>
      {found && isPicture(kind) && !bare ? (
        <Picture url={found.url} label={label || '还没有写说明'} onRetry={reload} />
      ) : null}
      {isPicture(kind) ? null : <Row label={label || '还没有名称'} value={fileWords(file)} />}
      {found ? (
        <Banner tone={checkTone(found.check)} title={label || fileWords(file)} words={checkSays(found.check)} />
      ) : null}
      {loaded.failure ? <Banner tone="danger" title="没有读到这个文件" words={loaded.failure.says} /> : null}
      {loaded.failure ? <PrimaryButton kind="plain" label="再读一次" onTap={reload} /> : null}
      {askable ? <PrimaryButton kind="plain" label="再查一次" busy={busy} onTap={again} /> : null}
    </View>
  );
}
