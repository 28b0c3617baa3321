import { Text } from '@tarojs/components';
import { hours } from '@gongzhi/shared/hours/contract';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { usePages } from '../../kernel/use-pages';
import { ProofFacts } from '../proof-facts';

/** What hangs out before it may be printed; whoever knows better tells the community. */
export default function Publicity() {
  const { communityId } = useParams('hours', 'publicity');
  const { loaded, reload, more } = usePages(communityId, (cursor) =>
    call(hours.listPublicity, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  return (
    <Page title="证明公示">
      <Text className="block small">这些证明正在公示，期满才能打印。如果您觉得不对，请联系社区工作者。</Text>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{
          words: '现在没有公示的证明。',
          action: { label: '核对一张证明', onTap: () => open('hours', 'verify', { communityId }) },
        }}
      >
        {({ items, next }) => (
          <>
            {items.map((proof) => (
              <ProofFacts key={proof.number} proof={proof} />
            ))}
            {next ? <PrimaryButton kind="plain" label="看后面的" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
    </Page>
  );
}
