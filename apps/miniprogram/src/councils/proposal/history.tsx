import { Text } from '@tarojs/components';
import { ledger } from '@gongzhi/shared/ledger/contract';
import { call } from '../../kernel/call';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Timeline } from '../../kernel/ui/timeline';
import { usePages } from '../../kernel/use-pages';
import { momentsOf } from './model';

/** The record of what happened to this proposal, one line an act, written by nobody. */
export function History({ communityId, proposalId }: { communityId: string; proposalId: string }) {
  const { loaded, reload, more } = usePages(proposalId, (cursor) =>
    call(ledger.readHistory, { communityId, subjectId: proposalId, ...(cursor ? { cursor } : {}) }),
  );
  return (
    <>
      <Text className="heading">经过</Text>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: '记录马上就来，请稍后刷新。', action: { label: '刷新', onTap: reload } }}
      >
        {({ items, next }) => (
          <Card>
            <Timeline moments={momentsOf(items)} />
            {next ? <PrimaryButton kind="plain" label="看后面的" busy={loaded.loading} onTap={more} /> : null}
          </Card>
        )}
      </ListState>
    </>
  );
}
