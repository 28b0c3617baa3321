import { Text } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { reports } from '@gongzhi/shared/reports/contract';
import type { PeriodId } from '@gongzhi/shared/kernel/periods';
import { call } from '../../kernel/call';
import { open, toTab, useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { Tag } from '../../kernel/ui/tag';
import { useLoaded } from '../../kernel/use-loaded';
import { usePages } from '../../kernel/use-pages';
import { PeriodChoice, usePeriods } from '../period-choice';
import { RecordCard } from '../record-card';
import { headWords, stateTag, sumRows } from '../words';

interface OfPeriod {
  communityId: string;
  period: PeriodId;
}

function Sums({ communityId, period }: OfPeriod) {
  const { loaded, reload } = useLoaded(`${communityId}${period}`, () =>
    call(reports.sumMyRecord, { communityId, period }),
  );
  useDidShow(reload);
  return (
    <ListState loaded={loaded} retry={reload}>
      {(sums) => (
        <Card>
          {sumRows(sums).map(([label, value]) => (
            <Row key={label} label={label} value={value} />
          ))}
          <Row label="支部、社区和居民的评议" onTap={() => open('reports', 'evaluation', { communityId, period })} />
        </Card>
      )}
    </ListState>
  );
}

function Lines({ communityId, period }: OfPeriod) {
  const { loaded, reload, more } = usePages(`${communityId}${period}`, (cursor) =>
    call(reports.readMyRecord, { communityId, period, ...(cursor ? { cursor } : {}) }),
  );
  return (
    <ListState
      loaded={loaded}
      retry={reload}
      isEmpty={({ items }) => items.length === 0}
      empty={{
        words: '这一期还没有服务。报到以后参加的活动、心愿和急事，签到签退后记在这里。',
        action: { label: '找服务', onTap: () => toTab('service') },
      }}
    >
      {({ items, next }) => (
        <>
          {items.map((line) => (
            <RecordCard key={line.entryId} line={line} />
          ))}
          {next ? <PrimaryButton kind="plain" label="看以前的" busy={loaded.loading} onTap={more} /> : null}
        </>
      )}
    </ListState>
  );
}

function MyReports({ communityId }: { communityId: string }) {
  const { loaded, reload } = useLoaded(communityId, () => call(reports.listMyReports, { communityId }));
  useDidShow(reload);
  return (
    <ListState
      loaded={loaded}
      retry={reload}
      isEmpty={({ items }) => items.length === 0}
      empty={{ words: '还没有报告。支部每一期做好后，先给您看，您同意了才发给单位。' }}
    >
      {({ items }) => (
        <>
          {items.map((head) => (
            <Card
              key={head.period}
              onTap={() => open('reports', 'report', { communityId, period: head.period })}
              label={`${headWords(head)}，${stateTag(head.state)[0]}`}
            >
              <Text className="block strong">{headWords(head)}</Text>
              <Tag label={stateTag(head.state)[0]} tone={stateTag(head.state)[1]} />
            </Card>
          ))}
        </>
      )}
    </ListState>
  );
}

/** A member’s own record since they reported in, and the reports that were made of it. */
export default function RecordPage() {
  const { communityId } = useParams('reports', 'record');
  const periods = usePeriods(communityId);
  const [chosen, setChosen] = useState<PeriodId>();
  const period = chosen ?? periods[0] ?? '';
  return (
    <Page title="我的服务记录">
      <PeriodChoice periods={periods} value={period} onChange={setChosen} />
      <Sums communityId={communityId} period={period} />
      <Text className="heading">给单位的报告</Text>
      <MyReports communityId={communityId} />
      <Text className="heading">每一次服务</Text>
      <Lines communityId={communityId} period={period} />
    </Page>
  );
}
