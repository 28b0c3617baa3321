import { Text } from '@tarojs/components';
import { useState } from 'react';
import { directory } from '@gongzhi/shared/directory/contract';
import { call } from '../../kernel/call';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { usePages } from '../../kernel/use-pages';

function Communities({ streetId, choose }: { streetId: string; choose: (communityId: string) => void }) {
  const { loaded, reload, more } = usePages(streetId, (cursor) =>
    call(directory.listCommunities, { streetId, ...(cursor ? { cursor } : {}) }),
  );
  return (
    <ListState
      loaded={loaded}
      retry={reload}
      isEmpty={({ items }) => items.length === 0}
      empty={{ words: '这个街道还没有开通的社区。' }}
    >
      {({ items, next }) => (
        <>
          {items.map(({ communityId, name, streetName }) => (
            <Card key={communityId} label={`选择${name}`} onTap={() => choose(communityId)}>
              <Text className="block strong">{name}</Text>
              <Text className="block small">{streetName}</Text>
            </Card>
          ))}
          {next ? <PrimaryButton kind="plain" label="看后面的" busy={loaded.loading} onTap={more} /> : null}
        </>
      )}
    </ListState>
  );
}

/** Street, then community: only what is open here. */
export function ChooseCommunity({ choose }: { choose: (communityId: string) => void }) {
  const { loaded, reload, more } = usePages('streets', (cursor) =>
    call(directory.listStreets, cursor ? { cursor } : {}),
  );
  const [street, setStreet] = useState<string>();
  const only = loaded.value?.items.length === 1 && !loaded.value.next ? loaded.value.items[0]?.streetId : undefined;
  const streetId = street ?? only;
  if (streetId)
    return (
      <>
        <Text className="heading">选择您住的社区</Text>
        <Communities streetId={streetId} choose={choose} />
      </>
    );
  return (
    <>
      <Text className="heading">选择您住的街道</Text>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: '还没有开通的街道。' }}
      >
        {({ items, next }) => (
          <>
            {items.map(({ streetId: id, name }) => (
              <Card key={id} label={`选择${name}`} onTap={() => setStreet(id)}>
                <Text className="block strong">{name}</Text>
              </Card>
            ))}
            {next ? <PrimaryButton kind="plain" label="看后面的" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
    </>
  );
}
