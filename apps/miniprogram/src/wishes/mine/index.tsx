import { useState } from 'react';
import { wishes } from '@gongzhi/shared/wishes/contract';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { usePresence } from '../../kernel/standing';
import { Page } from '../../kernel/ui/page';
import { Segmented } from '../../kernel/ui/segmented';
import { WishList } from '../wish-list';
import { LISTS, SIDES, type Side } from './model';

/** One's own wishes, and those one has claimed. */
export default function Mine() {
  const { communityId } = useParams('wishes', 'mine');
  const { personId } = usePresence();
  const [side, setSide] = useState<Side>('made');
  const { route, empty, label, page } = LISTS[side];
  const ask = (cursor?: string) => call(wishes[route], { communityId, ...(cursor ? { cursor } : {}) });
  return (
    <Page title="我的微心愿" primary={{ label, onTap: () => open('wishes', page, { communityId }) }}>
      <Segmented label="看哪一边" options={SIDES} value={side} onChange={setSide} />
      <WishList
        key={side}
        communityId={communityId}
        name={personId && `${side} ${communityId} ${personId}`}
        empty={{ words: empty }}
        ask={ask}
      />
    </Page>
  );
}
