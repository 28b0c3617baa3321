import { Text, View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { FILES, isPicture, type FileRef } from '@gongzhi/shared/announcements/files';
import { platform } from '../kernel/platform/platform';
import type { Attach } from '../kernel/platform/port';
import { Banner } from '../kernel/ui/banner';
import { Card } from '../kernel/ui/card';
import { Field } from '../kernel/ui/field';
import { PrimaryButton } from '../kernel/ui/primary-button';
import { Progress } from '../kernel/ui/progress';
import { FileStatus } from './file-status';
import { labelOf, relabelled } from './files/model';
import { sendFile, type Sending } from './files/send-file';

interface UnderWay {
  sending: Sending;
  percent: number;
  /** Why it stopped. */
  failure?: string;
}
/** One file at a time: picked, sent, taken; what stopped can go on. */
const useSending = (communityId: string, done: (file: FileRef) => void) => {
  const [under, setUnder] = useState<UnderWay>();
  const start = async (sending: Sending) => {
    setUnder({ sending, percent: 0 });
    const arrived = await sendFile(communityId, sending, (percent) => setUnder({ sending, percent }));
    if (!arrived.ok) return setUnder({ sending: arrived.sending, percent: 0, failure: arrived.says });
    setUnder(undefined);
    const { kind } = arrived.file;
    done({ ...arrived.file, label: labelOf(kind, sending.picked.name) });
  };
  const pick = async (what: 'picture' | 'document', from: Attach) => {
    const picked = await from[what]();
    if (picked) await start({ picked });
  };
  return { under, pick, again: () => under && void start(under.sending), leave: () => setUnder(undefined) };
};

interface AttachFilesProps {
  communityId: string;
  files: readonly FileRef[];
  onChange: (files: FileRef[]) => void;
}
const WHAT = { true: ['图片说明', '写画的是什么，看不见的人靠它听'], false: ['文件名称', '居民看到的名字'] } as const;

function Attachment({ communityId, file, files, onChange }: AttachFilesProps & { file: FileRef }) {
  const { fileId, kind, label } = file;
  const [what, hint] = WHAT[`${isPicture(kind)}`];
  return (
    <Card>
      <FileStatus communityId={communityId} file={file} />
      <Field
        label={what}
        hint={`${hint}，最多 ${FILES.label.value} 个字`}
        value={label}
        onChange={(typed) => onChange(relabelled(files, fileId, typed))}
      />
      <PrimaryButton
        kind="plain"
        label={isPicture(kind) ? '拿掉这张图片' : '拿掉这个文件'}
        onTap={() => onChange(files.filter((one) => one.fileId !== fileId))}
      />
    </Card>
  );
}

/** Pictures and documents: sent at once, checked, and named by whoever writes. */
export function AttachFiles(props: AttachFilesProps) {
  const { communityId, files, onChange } = props;
  // named or taken off while another was on its way
  const latest = useRef(files);
  latest.current = files;
  const { under, pick, again, leave } = useSending(communityId, (file) => onChange([...latest.current, file]));
  const { attach } = platform;
  const room = attach && !under && files.length < FILES.most.value;
  return (
    <>
      <Text className="heading">图片和文件</Text>
      <Text className="block small">
        {`最多 ${FILES.most.value} 个，每个不超过 ${FILES.mostBytes.value / 1_000_000} MB。照片里的拍摄地点会自动去掉。`}
      </Text>
      {files.map((file) => (
        <Attachment key={file.fileId} {...props} file={file} />
      ))}
      {under && !under.failure ? <Progress base={100} done={under.percent} unit="%" verb="已传" /> : null}
      {under?.failure ? (
        <View className="stack">
          <Banner tone="danger" title="文件还没有附上" words={under.failure} />
          <PrimaryButton kind="plain" label="再传一次" onTap={again} />
          <PrimaryButton kind="plain" label="不附这个了" onTap={leave} />
        </View>
      ) : null}
      {room ? (
        <View className="stack">
          <PrimaryButton kind="plain" label="附上图片" onTap={() => void pick('picture', attach)} />
          <PrimaryButton
            kind="plain"
            label="附上文件（PDF、Word、Excel）"
            onTap={() => void pick('document', attach)}
          />
        </View>
      ) : null}
    </>
  );
}
