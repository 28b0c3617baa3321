import { Text, View } from '@tarojs/components';
import { councils } from '@gongzhi/shared/councils/contract';
import { call } from '../../kernel/call';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { usePages } from '../../kernel/use-pages';
import type { Chosen } from './model';
import { MOST_MATTERS, toggled } from './model';

/** The community's matters; a tap puts one on the agenda, in the order they are tapped. */
export function AgendaPicker({
  communityId,
  chosen,
  change,
}: {
  communityId: string;
  chosen: readonly Chosen[];
  change: (chosen: Chosen[]) => void;
}) {
  const { loaded, reload, more } = usePages(communityId, (cursor) =>
    call(councils.listProposals, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  return (
    <>
      <Text className="heading">议程（最多 {MOST_MATTERS} 件，按选的先后）</Text>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: '社区里还没有提案，先有人提议，才能开会审议。' }}
      >
        {({ items, next }) => (
          <Card>
            {items.map(({ proposalId, title }) => {
              const place = chosen.findIndex((one) => one.proposalId === proposalId);
              return (
                <Row
                  key={proposalId}
                  label={title}
                  value={place < 0 ? '点一下列入' : `✓ 第 ${place + 1} 件`}
                  onTap={() => change(toggled(chosen, { proposalId, title }))}
                />
              );
            })}
            {next ? (
              <View className="stack">
                <PrimaryButton kind="plain" label="看更早的提案" busy={loaded.loading} onTap={more} />
              </View>
            ) : null}
          </Card>
        )}
      </ListState>
    </>
  );
}
