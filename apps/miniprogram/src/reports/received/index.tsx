import { Text } from '@tarojs/components';
import { useEffect } from 'react';
import { reports } from '@gongzhi/shared/reports/contract';
import { call } from '../../kernel/call';
import { useParams } from '../../kernel/navigate';
import { platform } from '../../kernel/platform/platform';
import { toast } from '../../kernel/toast';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { useLoaded } from '../../kernel/use-loaded';
import { usePrinting } from '../../kernel/use-printing';
import { FactsCard } from '../facts-card';
import { dataFile, sentFacts, type SentFacts } from './model';

function Said({ words, objection }: SentFacts) {
  return (
    <>
      {words.length > 0 ? (
        <Card>
          <Text className="block strong">服务对象的话</Text>
          {words.map((one) => (
            <Text key={one} className="block">{`“${one}”`}</Text>
          ))}
        </Card>
      ) : null}
      {objection ? (
        <Card>
          <Text className="block strong">{`本人的异议：第 ${objection.lines.join('、')} 条`}</Text>
          <Text className="block">{objection.words}</Text>
          <Text className="block small">{`支部答复：${objection.answer ?? ''}`}</Text>
        </Card>
      ) : null}
    </>
  );
}

/** A report as its unit has it: read when it is opened, printed, copied as signed data. */
export default function ReceivedPage() {
  const ids = useParams('reports', 'received');
  const { communityId, number } = ids;
  const { loaded, reload } = useLoaded(number, () => call(reports.readUnitReport, ids));
  const { busy, print } = usePrinting();
  const unread = loaded.value?.state === 'sent';
  useEffect(() => {
    if (unread) void call(reports.receiveReport, { communityId, number });
  }, [unread, communityId, number]);
  const copy = async (text: string) => {
    await platform.copy(text).then(
      () => toast('已复制，可以粘贴到文件里保存。'),
      () => toast('这台设备不让复制，请用 PDF。'),
    );
  };
  return (
    <Page
      title="服务情况报告"
      primary={{
        label: '打开报告 PDF',
        busy: busy !== undefined,
        onTap: () => void print('one', () => call(reports.printUnitReport, ids)),
      }}
    >
      <ListState loaded={loaded} retry={reload}>
        {({ signed }) => {
          const sent = sentFacts(signed);
          return (
            <>
              {sent ? <FactsCard facts={sent.facts} /> : null}
              {sent ? <Said {...sent} /> : null}
              <Text className="block small">{`编号 ${signed.number}。只写事实，本人看过；不打分、不排名，不能当作考核等次。`}</Text>
              <PrimaryButton kind="plain" label="复制签名数据" onTap={() => void copy(dataFile(signed).text)} />
            </>
          );
        }}
      </ListState>
    </Page>
  );
}
