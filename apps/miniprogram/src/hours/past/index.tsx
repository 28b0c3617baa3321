import { Text, View } from '@tarojs/components';
import { TRACKS } from '@gongzhi/shared/kernel/hour-grades';
import { useParams } from '../../kernel/navigate';
import { platform } from '../../kernel/platform/platform';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { TextArea } from '../../kernel/ui/text-area';
import { sentWords, type Done, type Part } from './model';
import { isReady, type Past } from './read-past';
import { useSending } from './use-sending';
import { useTable } from './use-table';

const MOST_TYPED = 200_000;
const HOW_FILE =
  platform.name === 'weapp'
    ? '先把表格文件（.xlsx 或 .csv）发到微信里的“文件传输助手”，再在这里选它。'
    : '选一个表格文件（.xlsx 或 .csv）。';
const HOW_PASTE = '在 Excel 或 WPS 里打开以前的台账，选中表格，复制，粘贴到下面。';
function Outcome({
  failure,
  done,
  left,
}: {
  failure: string | undefined;
  done: Done | undefined;
  left: readonly Part[];
}) {
  return (
    <>
      {failure ? <Banner tone="danger" title="没有全部导入" words={failure} /> : null}
      {done ? <Banner tone={left.length > 0 ? 'waiting' : 'ok'} words={sentWords(done, left)} /> : null}
    </>
  );
}

function Read({ past }: { past: Past }) {
  if (past.wrong.length > 0)
    return <Banner tone="danger" title={`有 ${past.wrong.length} 处要改`} words={past.wrong.slice(0, 10).join('；')} />;
  return <Banner tone="ok" title={`读到 ${past.rows.length} 条`} words="请核对条数，再导入。已经导入过的会跳过。" />;
}

interface Step {
  past: Past | undefined;
  ready: boolean;
  sending: Pick<ReturnType<typeof useSending>, 'left' | 'done' | 'busy' | 'send' | 'again'>;
  pick: (() => void) | undefined;
}
/** The one thing to do next: go on where it stopped, send what was read, or choose a file. */
const stepOf = ({ past, ready, sending: { left, done, busy, send, again }, pick }: Step) => {
  if (left.length > 0) return { label: '继续导入', busy, onTap: again };
  if (past && ready && done === undefined)
    return { label: `导入 ${past.rows.length} 条`, busy, onTap: () => send(past.rows) };
  return { label: '选择表格文件', disabled: !pick, onTap: () => pick?.() };
};

/** Hours kept before, out of a file or pasted; they stand as imported and never as recorded. */
export default function PastPage() {
  const { communityId } = useParams('hours', 'past');
  const { forget, failure, ...sending } = useSending(communityId);
  const { past, text, paste, pick, picked } = useTable(forget);
  const ready = isReady(past);
  return (
    <Page title="导入以前的时长" primary={stepOf({ past, ready, sending, pick })}>
      <Card>
        <Text className="block">{pick ? HOW_FILE : HOW_PASTE}</Text>
        <Text className="block">要有“姓名”“日期”“时长”三列，最好还有“活动名称”。</Text>
        <Text className="block small">{TRACKS.imported.hint}</Text>
      </Card>
      {picked ? <Text className="block small">文件：{picked}</Text> : null}
      {past ? <Read past={past} /> : null}
      <Outcome failure={failure} done={sending.done} left={sending.left} />
      {pick && ready && !sending.done ? (
        <View className="stack">
          <PrimaryButton kind="plain" label="选择别的文件" onTap={pick} />
        </View>
      ) : null}
      <Card>
        <Text className="block small">也可以在表格软件里选中（连同表头）、复制，粘贴到下面。</Text>
        <TextArea label="粘贴表格" value={text} max={MOST_TYPED} onChange={paste} />
      </Card>
    </Page>
  );
}
