import { Text } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { reports } from '@gongzhi/shared/reports/contract';
import { periodWords } from '@gongzhi/shared/kernel/period-words';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { usePages } from '../../kernel/use-pages';

/** Evaluations in which the community may say something. */
export default function ToAnswerPage() {
  const { communityId } = useParams('reports', 'to-answer');
  const { loaded, reload, more } = usePages(communityId, (cursor) =>
    call(reports.listToAnswer, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  useDidShow(reload);
  return (
    <Page title="等社区评议">
      <Text className="block small">支部发起的评议，请社区写几句看到的事实。名单您每次看到，本人都会知道。</Text>
      <Card>
        <Row label="报告和评议的规则" onTap={() => open('reports', 'rule', { communityId })} />
      </Card>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: '现在没有等社区写的评议。' }}
      >
        {({ items, next }) => (
          <>
            <Card>
              {items.map(({ memberId, name, period }) => (
                <Row
                  key={`${memberId}${period}`}
                  label={name}
                  value={periodWords(period)}
                  onTap={() => open('reports', 'evaluation', { communityId, memberId, period, side: 'community' })}
                />
              ))}
            </Card>
            {next ? <PrimaryButton kind="plain" label="看以前的" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
    </Page>
  );
}
