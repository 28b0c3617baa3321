import { Text } from '@tarojs/components';
import { dayInChina } from '@gongzhi/shared/kernel/working-days';
import { dateInWords } from '@gongzhi/shared/kernel/time';
import { units } from '@gongzhi/shared/units/contract';
import { call } from '../kernel/call';
import { Card } from '../kernel/ui/card';
import { ListState } from '../kernel/ui/list-state';
import { PrimaryButton } from '../kernel/ui/primary-button';
import { usePages } from '../kernel/use-pages';
import { FirstFew } from './first-few';
import { overWords, termWords } from './words';

interface Props {
  at: { communityId: string; unitId: string };
  turn: number;
  /** Asks why it is ended, where somebody may. */
  end?: ((id: string) => void) | undefined;
}

export function Agreements({ at, turn, end }: Props) {
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
              {agreement.withdrawn ? (
                <Text className="block small">{overWords('终止', agreement.withdrawn)}</Text>
              ) : null}
              {end && !agreement.withdrawn ? (
                <PrimaryButton kind="plain" label="终止这份协议" onTap={() => end(agreement.agreementId)} />
              ) : null}
            </Card>
          )}
        />
      )}
    </ListState>
  );
}

export function Thanks({ at, turn, end }: Props) {
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
          each={({ thanksId, words, at: when, removed }) => (
            <Card key={thanksId}>
              <Text className="block">{words ?? '这条感谢已经撤下。'}</Text>
              <Text className="block small">{`社区 · ${dateInWords(when)}`}</Text>
              {removed ? <Text className="block small">{overWords('撤下', removed)}</Text> : null}
              {end && !removed ? <PrimaryButton kind="plain" label="撤下这条感谢" onTap={() => end(thanksId)} /> : null}
            </Card>
          )}
        />
      )}
    </ListState>
  );
}
