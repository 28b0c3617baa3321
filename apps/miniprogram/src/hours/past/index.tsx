import { Text } from '@tarojs/components';
import { useState } from 'react';
import { hours } from '@gongzhi/shared/hours/contract';
import { TRACKS } from '@gongzhi/shared/kernel/hour-grades';
import { MOST_ROWS } from '@gongzhi/shared/hours/rule-sets';
import { call, newKey } from '../../kernel/call';
import { useParams } from '../../kernel/navigate';
import { readCsv } from '../../kernel/read-csv';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { Page } from '../../kernel/ui/page';
import { TextArea } from '../../kernel/ui/text-area';
import { partsOf, sentWords, type Part } from './model';
import { readPast, type Past } from './read-past';

const MOST_TYPED = 200_000;
interface Done {
  imported: number;
  skipped: number;
}
/** Sends part by part; what failed is sent again under its own key, and what came through is not sent twice. */
const useSending = (communityId: string) => {
  const [left, setLeft] = useState<readonly Part[]>([]);
  const [done, setDone] = useState<Done>();
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const send = async (parts: readonly Part[], before: Done) => {
    setBusy(true);
    setFailure(undefined);
    const sum = { ...before };
    for (const [i, { rows, key }] of parts.entries()) {
      const outcome = await call(hours.importRecords, { communityId, rows: [...rows] }, { key });
      setDone({ ...sum });
      if (!outcome.ok) {
        setLeft(parts.slice(i));
        setFailure(outcome.says);
        return setBusy(false);
      }
      sum.imported += outcome.value.imported;
      sum.skipped += outcome.value.skipped;
    }
    setLeft([]);
    setDone(sum);
    setBusy(false);
  };
  return { left, done, failure, busy, send };
};

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

/** Hours kept before, pasted from a spreadsheet; they stand as imported and never as recorded. */
export default function PastPage() {
  const { communityId } = useParams('hours', 'past');
  const [text, setText] = useState('');
  const { left, done, failure, busy, send } = useSending(communityId);
  const past = text.trim() === '' ? undefined : readPast(readCsv(text));
  const ready = past !== undefined && past.wrong.length === 0 && past.rows.length > 0;
  const start = () => void send(partsOf(past?.rows ?? [], MOST_ROWS, newKey), { imported: 0, skipped: 0 });
  const again = () => void send(left, done ?? { imported: 0, skipped: 0 });
  const primary =
    left.length > 0
      ? { label: '继续导入', busy, onTap: again }
      : { label: '导入', busy, disabled: !ready || done !== undefined, onTap: start };
  return (
    <Page title="导入以前的时长" primary={primary}>
      <Card>
        <Text className="block">
          在 Excel 或 WPS 里打开以前的台账，选中表格（连同表头），复制，粘贴到下面。要有“姓名”“日期”“时长”三列。
        </Text>
        <Text className="block small">{TRACKS.imported.hint}</Text>
        <TextArea label="粘贴表格" value={text} max={MOST_TYPED} onChange={setText} />
      </Card>
      {past ? <Read past={past} /> : null}
      <Outcome failure={failure} done={done} left={left} />
    </Page>
  );
}
