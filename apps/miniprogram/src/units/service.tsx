import { Text } from '@tarojs/components';
import { periodWords } from '@gongzhi/shared/kernel/periods';
import { units } from '@gongzhi/shared/units/contract';
import { call } from '../kernel/call';
import { Card } from '../kernel/ui/card';
import { ListState } from '../kernel/ui/list-state';
import { Row } from '../kernel/ui/row';
import { usePages } from '../kernel/use-pages';
import { FirstFew } from './first-few';
import { serviceWords } from './words';

/** What a unit's members did together, by half-year. */
export function Service({ at }: { at: { communityId: string; unitId: string } }) {
  const { loaded, reload, more } = usePages(at.unitId, (cursor) =>
    call(units.listService, { ...at, ...(cursor ? { cursor } : {}) }),
  );
  return (
    <ListState
      loaded={loaded}
      retry={reload}
      isEmpty={({ items }) => items.length === 0}
      empty={{ words: '半年过完才有合计；不到 3 人服务的半年不显示，免得看出是谁。' }}
    >
      {({ items, next }) => (
        <Card>
          <FirstFew
            items={items}
            more={next ? more : undefined}
            busy={loaded.loading}
            each={(one) => <Row key={one.period} label={periodWords(one.period)} value={serviceWords(one)} />}
          />
          <Text className="block small">只有合计，不显示是谁；不到 3 人服务的半年不显示。</Text>
        </Card>
      )}
    </ListState>
  );
}
