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
/** What is asked for: nothing while somebody else gave it, or nobody may have it. */
const askedFor = ({ files, announcementId, fetched }: AnnouncementFilesProps): string | undefined =>
  announcementId && !fetched && files.length > 0 ? `files ${announcementId} ${namedFiles(files)}` : undefined;
/** Where each is fetched, as far as it is known. */
const useUrls = (props: AnnouncementFilesProps) => {
  const { communityId, announcementId = '', fetched, onRetry } = props;
  const key = askedFor(props);
  const { loaded, reload } = useLoaded(key, () => call(announcements.readFiles, { communityId, announcementId }));
  const found = fetched ?? loaded.value?.files ?? [];
  return {
    urls: new Map(found.map(({ fileId, url }) => [fileId, url])),
    failure: key && loaded.failure?.says,
    loading: loaded.loading,
    retry: onRetry ?? reload,
  };
};

/** The files of an announcement: pictures to be seen, documents to be opened. */
export function AnnouncementFiles(props: AnnouncementFilesProps) {
  const { files } = props;
  const { urls, failure, loading, retry } = useUrls(props);
  if (files.length === 0) return null;
  return (
    <View>
      <Text className="block small">{`图片和文件 ${files.length} 个`}</Text>
      {files.map((file) => (
        <One key={file.fileId} file={file} url={urls.get(file.fileId)} onRetry={retry} />
      ))}
      {failure ? (
        <>
          <Banner tone="danger" title="图片和文件没有打开" words={failure} />
          <PrimaryButton kind="plain" label="再打开一次" busy={loading} onTap={retry} />
        </>
      ) : null}
    </View>
  );
}
