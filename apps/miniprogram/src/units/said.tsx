import { Text } from '@tarojs/components';
import { dayInChina } from '@gongzhi/shared/kernel/working-days';
import { dateInWords } from '@gongzhi/shared/kernel/time';
import { units } from '@gongzhi/shared/units/contract';
import { call } from '../kernel/call';
import { Card } from '../kernel/ui/card';
import { ListState } from '../kernel/ui/list-state';
import { usePages } from '../kernel/use-pages';
import { FirstFew } from './first-few';
import { termWords } from './words';

type At = { communityId: string; unitId: string };

export function Agreements({ at, turn }: { at: At; turn: number }) {
  const { loaded, reload, more } = usePages(`${at.unitId}#${turn}`, (cursor) =>
    call(units.listAgreements, { ...at, ...(cursor ? { cursor } : {}) }),
  );
  const today = dayInChina(new Date());
  return (
    <ListState
      loaded={loaded}
      retry={reload}
      isEmpty={({ items }) => items.length === 0}
      empty={{ words: '还没有登记共建协议。协议在纸上签，由社区工作者登记。' }}
    >
      {({ items, next }) => (
        <FirstFew
          items={items}
          more={next ? more : undefined}
          busy={loaded.loading}
          each={(agreement) => (
            <Card key={agreement.agreementId}>
              <Text className="block">{agreement.about}</Text>
              <Text className="block small">{termWords(agreement, today)}</Text>
            </Card>
          )}
        />
      )}
    </ListState>
  );
}

export function Thanks({ at, turn }: { at: At; turn: number }) {
  const { loaded, reload, more } = usePages(`${at.unitId}#${turn}`, (cursor) =>
    call(units.listThanks, { ...at, ...(cursor ? { cursor } : {}) }),
  );
  return (
    <ListState
      loaded={loaded}
      retry={reload}
      isEmpty={({ items }) => items.length === 0}
      empty={{ words: '还没有感谢。' }}
    >
      {({ items, next }) => (
        <FirstFew
          items={items}
          more={next ? more : undefined}
          busy={loaded.loading}
          each={({ thanksId, words, at: when }) => (
            <Card key={thanksId}>
              <Text className="block">{words}</Text>
              <Text className="block small">{`社区 · ${dateInWords(when)}`}</Text>
            </Card>
          )}
        />
      )}
    </ListState>
  );
}
