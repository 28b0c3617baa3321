import { Text } from '@tarojs/components';
import { ledger } from '@gongzhi/shared/ledger/contract';
import { call } from '../../kernel/call';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Timeline } from '../../kernel/ui/timeline';
import { usePages } from '../../kernel/use-pages';
import { gatesIn } from './gates-passed';

/** The steps of the procedure that were passed, each with its date, out of the record of what happened. */
export function Gates({ at: { communityId, proposalId } }: { at: { communityId: string; proposalId: string } }) {
  const { loaded, reload, more } = usePages(proposalId, (cursor) =>
    call(ledger.readHistory, { communityId, subjectId: proposalId, ...(cursor ? { cursor } : {}) }),
  );
  return (
    <>
      <Text className="heading">走过的程序</Text>
      <ListState loaded={loaded} retry={reload}>
        {({ items, next }) => {
          const moments = gatesIn(items);
          return (
            <Card>
              {moments.length === 0 ? <Text className="block">还没有。</Text> : <Timeline moments={moments} />}
              {next ? <PrimaryButton kind="plain" label="看后面的" busy={loaded.loading} onTap={more} /> : null}
            </Card>
          );
        }}
      </ListState>
    </>
  );
}
