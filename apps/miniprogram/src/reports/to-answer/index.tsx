import { Text } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { reports } from '@gongzhi/shared/reports/contract';
import { periodWords } from '@gongzhi/shared/kernel/periods';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { usePages } from '../../kernel/use-pages';

const SIDES = {
  community: {
    ...{ route: reports.listToAnswer, title: '等社区评议' },
    note: '支部发起的评议，请社区写几句看到的事实。名单您每次看到，本人都会知道。',
    empty: '现在没有等社区写的评议。',
  },
  unit: {
    ...{ route: reports.listUnitToAnswer, title: '请单位写的评议' },
    note: '支部发起的评议，请单位写几句看到的事实。名单您每次看到，本人都会知道。',
    empty: '现在没有请单位写的评议。社区没有请单位写时，这里一直是空的。',
  },
} as const;

/** Evaluations in which the community, or the unit somebody speaks for, may say something. */
export default function ToAnswerPage() {
  const { communityId, side: asked } = useParams('reports', 'to-answer');
  const side = asked === 'unit' ? 'unit' : 'community';
  const { route, title, note, empty } = SIDES[side];
  const { loaded, reload, more } = usePages(`${communityId}${side}`, (cursor) =>
    call(route, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  useDidShow(reload);
  return (
    <Page title={title}>
      <Text className="block small">{note}</Text>
      {side === 'community' ? (
        <Card>
          <Row label="报告和评议的规则" onTap={() => open('reports', 'rule', { communityId })} />
        </Card>
      ) : null}
      <ListState loaded={loaded} retry={reload} isEmpty={({ items }) => items.length === 0} empty={{ words: empty }}>
        {({ items, next }) => (
          <>
            <Card>
              {items.map(({ memberId, name, period }) => (
                <Row
                  key={`${memberId}${period}`}
                  label={name}
                  value={periodWords(period)}
                  onTap={() => open('reports', 'evaluation', { communityId, memberId, period, side })}
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
