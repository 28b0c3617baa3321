import { Text } from '@tarojs/components';
import type { Vote } from '@gongzhi/shared/votes/model';
import type { PageOf } from '@gongzhi/shared/kernel/page';
import { open } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { useLoaded } from '../../kernel/use-loaded';
import type { Pages } from '../../kernel/use-pages';
import { ENTRY_WORDS, isDone, type Entry } from '../entry-words';
import { findUnits } from '../find-units';
import { buildingsIn, labelOf } from './model';

function Rows({ vote, entries, labels }: { vote: Vote; entries: readonly Entry[]; labels: Map<string, string> }) {
  const { communityId, voteId } = vote;
  return (
    <Card>
      {entries.map((entry) => {
        const label = labelOf(entry, labels);
        return (
          <Row
            key={`${entry.kind}${entry.unitId}`}
            label={label}
            value={ENTRY_WORDS[entry.state]}
            onTap={() => open('votes', 'unit', { communityId, voteId, unitId: entry.unitId, label })}
          />
        );
      })}
    </Card>
  );
}

function Shown({ vote, page }: { vote: Vote; page: PageOf<Entry> }) {
  const buildings = buildingsIn(page.items);
  const { loaded } = useLoaded(`${vote.voteId} ${buildings.join(' ')}`, () =>
    findUnits(vote.communityId, vote.rule.unit, buildings),
  );
  const labels = new Map((loaded.value ?? []).map(({ id, label }) => [id, label]));
  const [waiting, done] = [page.items.filter((entry) => !isDone(entry)), page.items.filter(isDone)];
  return (
    <>
      <Text className="heading">还要办的</Text>
      {waiting.length > 0 ? (
        <Rows vote={vote} entries={waiting} labels={labels} />
      ) : (
        <Text className="block small">没有等着办的。</Text>
      )}
      {done.length > 0 ? (
        <>
          <Text className="heading">已计入的</Text>
          <Rows vote={vote} entries={done} labels={labels} />
        </>
      ) : null}
    </>
  );
}

/** What was entered: first what waits for somebody, then the ballots that came by paper or with help, each marked. */
export function EntryList({ vote, pages: { loaded, reload, more } }: { vote: Vote; pages: Pages<Entry> }) {
  return (
    <ListState loaded={loaded} retry={reload}>
      {(page) => (
        <>
          <Shown vote={vote} page={page} />
          {page.next ? <PrimaryButton kind="plain" label="看后面的" busy={loaded.loading} onTap={more} /> : null}
        </>
      )}
    </ListState>
  );
}
