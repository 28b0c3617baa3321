import { useState, type ReactElement } from 'react';
import { directory } from '@gongzhi/shared/directory/contract';
import { call } from '../kernel/call';
import { ChoosePlace } from '../kernel/ui/choose-place';
import { Page } from '../kernel/ui/page';

interface Props {
  title: string;
  given: string | undefined;
  children: (communityId: string) => ReactElement;
}
/** A page of one community, which is asked for where the address does not tell: nobody has to sign in. */
export function InCommunity({ title, given, children }: Props) {
  const [communityId, choose] = useState(given);
  if (communityId) return children(communityId);
  return (
    <Page title={title}>
      <ChoosePlace
        words={{ street: '选择您住的街道', community: '选择您住的社区' }}
        streets={(cursor) => call(directory.listStreets, cursor ? { cursor } : {})}
        communities={(streetId, cursor) => call(directory.listCommunities, { streetId, ...(cursor ? { cursor } : {}) })}
        choose={choose}
      />
    </Page>
  );
}
