import { useDidShow } from '@tarojs/taro';
import type { PageOf } from '@gongzhi/shared/kernel/page';
import type { Card as Wish } from '@gongzhi/shared/wishes/model';
import type { Outcome } from '../kernel/answer-of';
import { ListState } from '../kernel/ui/list-state';
import { PrimaryButton } from '../kernel/ui/primary-button';
import { usePages } from '../kernel/use-pages';
import { WishCard } from './wish-card';

interface Props {
  communityId: string;
  /** Names the list; nothing is asked without it. */
  name: string | undefined;
  empty: { words: string; action?: { label: string; onTap: () => void } };
  ask: (cursor?: string) => Promise<Outcome<PageOf<Wish>>>;
}

/** A list of wishes in its four states. */
export function WishList({ communityId, name, empty, ask }: Props) {
  const { loaded, reload, more } = usePages(name, ask);
  useDidShow(reload);
  return (
    <ListState loaded={loaded} retry={reload} isEmpty={({ items }) => items.length === 0} empty={empty}>
      {({ items, next }) => (
        <>
          {items.map((wish) => (
            <WishCard key={wish.wishId} communityId={communityId} wish={wish} />
          ))}
          {next ? <PrimaryButton kind="plain" label="看后面的" busy={loaded.loading} onTap={more} /> : null}
        </>
      )}
    </ListState>
  );
}
