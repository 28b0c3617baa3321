import { Text } from '@tarojs/components';
import { useState } from 'react';
import { quarterWords } from '@gongzhi/shared/scorecards/quarters';
import { scorecards } from '@gongzhi/shared/scorecards/contract';
import { streetOf } from '@gongzhi/shared/kernel/ids';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { usePages } from '../../kernel/use-pages';
import { IntervalBar, Scale } from '../interval-chart';
import { SubjectChoice } from '../subject-choice';
import { serviceIn, subjectOf, totalWords } from '../words';

/** Cards of a community, or of one of its services, over time: the chart, and the table behind it. */
export default function Cards() {
  const { communityId, service } = useParams('scorecards', 'cards');
  const streetId = streetOf(communityId);
  const [subject, choose] = useState(subjectOf(service));
  const of = serviceIn(subject);
  const { loaded, reload, more } = usePages(`${communityId}${subject}`, (cursor) =>
    call(scorecards.listCards, { communityId, ...of, ...(cursor ? { cursor } : {}) }),
  );
  return (
    <Page title="社区记分卡">
      <Text className="block small">
        每个季度一张：居民满意占一半以上，只考核社区自己的事。不排名次，不涉及任何个人。
      </Text>
      <SubjectChoice subject={subject} choose={choose} />
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{
          words: '还没有记分卡。一个季度结束一个月以后，由街道做出来。',
          action: { label: '看看怎么考核', onTap: () => open('scorecards', 'scheme', { streetId, ...of }) },
        }}
      >
        {({ items, next }) => (
          <>
            <Card>
              <Text className="block strong">得分和误差范围</Text>
              {items.map(({ quarter, total }) => (
                <IntervalBar key={quarter} label={quarterWords(quarter)} total={total} />
              ))}
              <Scale />
            </Card>
            <Card>
              {items.map(({ quarter, total }) => (
                <Row
                  key={quarter}
                  label={quarterWords(quarter)}
                  value={totalWords(total).sum}
                  onTap={() => open('scorecards', 'card', { communityId, quarter, ...of })}
                />
              ))}
            </Card>
            {next ? <PrimaryButton kind="plain" label="看更早的" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
      <Card>
        <Row label="怎么考核" value="指标和权重" onTap={() => open('scorecards', 'scheme', { streetId, ...of })} />
        <Row label="履职事项清单" onTap={() => open('scorecards', 'duties', { streetId })} />
      </Card>
    </Page>
  );
}
