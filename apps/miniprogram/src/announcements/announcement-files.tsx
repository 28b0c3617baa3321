import { Text, View } from '@tarojs/components';
import { announcements } from '@gongzhi/shared/announcements/contract';
import { FILE_KINDS, fileWords, isPicture, type Fetched, type FileRef } from '@gongzhi/shared/announcements/files';
import { call } from '../kernel/call';
import { platform } from '../kernel/platform/platform';
import { toast } from '../kernel/toast';
import { Banner } from '../kernel/ui/banner';
import { Picture } from '../kernel/ui/picture';
import { PrimaryButton } from '../kernel/ui/primary-button';
import { Row } from '../kernel/ui/row';
import { useLoaded } from '../kernel/use-loaded';
import { namedFiles } from './files/model';

interface OneProps {
  file: FileRef;
  url: string | undefined;
  onRetry: () => void;
}
function One({ file, url, onRetry }: OneProps) {
  const { kind, label } = file;
  if (!url) return <Row label={label} value={fileWords(file)} />;
  if (isPicture(kind)) return <Picture url={url} label={label} onRetry={onRetry} />;
  const open = () =>
    platform.show
      .document({ url, ending: FILE_KINDS[kind].ending })
      .catch(() => (onRetry(), toast('文件没有打开，请再点一次。')));
  return <Row label={label} value={fileWords(file)} onTap={() => void open()} />;
}

export interface AnnouncementFilesProps {
  communityId: string;
  files: readonly FileRef[];
  /** Asks where they are fetched; without it and without `fetched` they are only named. */
  announcementId?: string | undefined;
  fetched?: readonly Fetched[] | undefined;
  /** Asks whoever gave `fetched` for it again. */
  onRetry?: (() => void) | undefined;
}
/** The files of an announcement: pictures to be seen, documents to be opened. */
export function AnnouncementFiles({ communityId, files, announcementId, fetched, onRetry }: AnnouncementFilesProps) {
  const key =
    announcementId && !fetched && files.length > 0 ? `files ${announcementId} ${namedFiles(files)}` : undefined;
  const { loaded, reload } = useLoaded(key, () =>
    call(announcements.readFiles, { communityId, announcementId: announcementId ?? '' }),
  );
  const urls = new Map((fetched ?? loaded.value?.files ?? []).map(({ fileId, url }) => [fileId, url]));
  if (files.length === 0) return null;
  return (
    <View>
      <Text className="block small">{`图片和文件 ${files.length} 个`}</Text>
      {files.map((file) => (
        <One key={file.fileId} file={file} url={urls.get(file.fileId)} onRetry={onRetry ?? reload} />
      ))}
      {key && loaded.failure ? (
        <>
          <Banner tone="danger" title="图片和文件没有打开" words={loaded.failure.says} />
          <PrimaryButton kind="plain" label="再打开一次" busy={loaded.loading} onTap={reload} />
        </>
      ) : null}
    </View>
  );
}
