import { Text } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { votes } from '@gongzhi/shared/votes/contract';
import type { Vote } from '@gongzhi/shared/votes/model';
import { timeInWords } from '@gongzhi/shared/kernel/time';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { useLoaded } from '../../kernel/use-loaded';
import { usePages } from '../../kernel/use-pages';
import { PickUnit } from '../pick-unit';
import { BoxCard } from './box-card';
import { EntryList } from './entry-list';
import { howWords } from './model';

function Head({ vote }: { vote: Vote }) {
  return (
    <Card>
      <Text className="block small">{vote.rule.name}</Text>
      <Text className="block strong">{vote.question}</Text>
      <Text className="block small">截止：{timeInWords(vote.closesAt)}</Text>
      <Text className="block">{howWords(vote)}</Text>
    </Card>
  );
}

/** The worker's page of a vote: enter papers, help residents, see what waits; after a secret vote's end count the box. */
export default function Entries() {
  const at = useParams('votes', 'entries');
  const { loaded, reload } = useLoaded(at.voteId, () => call(votes.readVote, at));
  const pages = usePages(at.voteId, (cursor) => call(votes.listEntries, { ...at, ...(cursor ? { cursor } : {}) }));
  useDidShow(() => {
    reload();
    pages.reload();
  });
  return (
    <Page title="纸质票和协助">
      <ListState loaded={loaded} retry={reload}>
        {(vote) => (
          <>
            <Head vote={vote} />
            {vote.ballot === 'secret' && vote.phase === 'counting' ? <BoxCard vote={vote} /> : null}
            {vote.phase === 'open' ? (
              <>
                <Text className="heading">给哪一户录入</Text>
                <PickUnit
                  communityId={at.communityId}
                  kind={vote.rule.unit}
                  onPick={({ id, label }) => open('votes', 'unit', { ...at, unitId: id, label })}
                />
              </>
            ) : null}
            <EntryList vote={vote} pages={pages} />
          </>
        )}
      </ListState>
    </Page>
  );
}
