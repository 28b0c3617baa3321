import { Text } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { hours } from '@gongzhi/shared/hours/contract';
import type { Entry } from '@gongzhi/shared/hours/model';
import { call } from '../../kernel/call';
import { toTab, useParams } from '../../kernel/navigate';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { useLoaded } from '../../kernel/use-loaded';
import { usePages } from '../../kernel/use-pages';
import { CorrectSheet } from './correct-sheet';
import { EntryCard } from './entry-card';
import { correctable } from './model';
import { TotalCard } from './total-card';

function Entries({ communityId }: { communityId: string }) {
  const [asked, setAsked] = useState<Entry>();
  const { loaded, reload, more } = usePages(communityId, (cursor) =>
    call(hours.listMyEntries, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  useDidShow(reload);
  return (
    <ListState
      loaded={loaded}
      retry={reload}
      isEmpty={({ items }) => items.length === 0}
      empty={{
        words: '还没有服务记录。参加活动签到、签退以后，会记在这里。',
        action: { label: '找活动', onTap: () => toTab('service') },
      }}
    >
      {({ items, next }) => (
        <>
          {items.map((entry) => (
            <EntryCard
              key={entry.entryId}
              entry={entry}
              correct={correctable(items).has(entry.entryId) ? () => setAsked(entry) : undefined}
            />
          ))}
          {next ? <PrimaryButton kind="plain" label="看以前的" busy={loaded.loading} onTap={more} /> : null}
          {asked ? (
            <CorrectSheet communityId={communityId} entry={asked} onClose={() => setAsked(undefined)} done={reload} />
          ) : null}
        </>
      )}
    </ListState>
  );
}

/** A volunteer's own hours: the total, every line with its evidence, and the way to have one corrected. */
export default function Mine() {
  const { communityId } = useParams('hours', 'mine');
  const { loaded, reload } = useLoaded(communityId, () => call(hours.readMyTotals, { communityId }));
  useDidShow(reload);
  return (
    <Page title="我的时长">
      <ListState loaded={loaded} retry={reload}>
        {(totals) => <TotalCard communityId={communityId} totals={totals} />}
      </ListState>
      <Text className="heading">每一次服务</Text>
      <Entries communityId={communityId} />
    </Page>
  );
}
