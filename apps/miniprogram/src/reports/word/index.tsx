import { Text } from '@tarojs/components';
import { useState } from 'react';
import { reports } from '@gongzhi/shared/reports/contract';
import { back, useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { Page } from '../../kernel/ui/page';
import { TextArea } from '../../kernel/ui/text-area';
import { useAct } from '../../kernel/use-act';
import { markFault } from '../evaluation/model';

const MOST = 100;

/** A few words of somebody whose wish was served. */
export default function WordPage() {
  const ids = useParams('reports', 'word');
  const [words, setWords] = useState('');
  const { busy, act } = useAct(() => undefined);
  const fault = markFault(words);
  const send = async () => {
    if (await act(reports.answerAsResident, { ...ids, words }, '谢谢，已经收到。')) back();
  };
  return (
    <Page
      title="说几句"
      primary={{ label: '提交', busy, disabled: words.trim() === '' || fault !== undefined, onTap: () => void send() }}
    >
      <Card>
        <Text className="block">他帮您做的这件事，做得怎么样？写几句您看到的。</Text>
        <TextArea label="想说的话" value={words} max={MOST} error={fault} onChange={setWords} />
        <Text className="block small">
          不显示您的姓名；写的人不到三位时，谁都看不到。可以不写，不影响以后请人帮忙。
        </Text>
      </Card>
    </Page>
  );
}
