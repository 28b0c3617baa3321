import { Text } from '@tarojs/components';
import { useState } from 'react';
import type { PageOf } from '@gongzhi/shared/kernel/page';
import type { Outcome } from '../../answer-of';
import { usePages } from '../../use-pages';
import { Card } from '../card';
import { ListState } from '../list-state';
import { PrimaryButton } from '../primary-button';

/** `words`: what is asked; `streets` and `communities`: how the places are asked for, since the kernel knows no slice. */
export interface ChoosePlaceProps {
  words: { street: string; community: string };
  streets: (cursor?: string) => Promise<Outcome<PageOf<{ streetId: string; name: string }>>>;
  communities: (
    streetId: string,
    cursor?: string,
  ) => Promise<Outcome<PageOf<{ communityId: string; name: string; streetName: string }>>>;
  choose: (communityId: string) => void;
}

function Communities({
  streetId,
  communities,
  choose,
}: Pick<ChoosePlaceProps, 'communities' | 'choose'> & { streetId: string }) {
  const { loaded, reload, more } = usePages(streetId, (cursor) => communities(streetId, cursor));
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
export function ChoosePlace({ words, streets, communities, choose }: ChoosePlaceProps) {
  const { loaded, reload, more } = usePages('streets', streets);
  const [street, setStreet] = useState<string>();
  const only = loaded.value?.items.length === 1 && !loaded.value.next ? loaded.value.items[0]?.streetId : undefined;
  const streetId = street ?? only;
  if (streetId)
    return (
      <>
        <Text className="heading">{words.community}</Text>
        <Communities streetId={streetId} communities={communities} choose={choose} />
      </>
    );
  return (
    <>
      <Text className="heading">{words.street}</Text>
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
