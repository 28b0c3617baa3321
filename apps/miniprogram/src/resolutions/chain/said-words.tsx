import { Text } from '@tarojs/components';
import { useState } from 'react';
import { resolutions } from '@gongzhi/shared/resolutions/contract';
import { call } from '../../kernel/call';
import { ListState } from '../../kernel/ui/list-state';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { usePages } from '../../kernel/use-pages';

function Words({ at }: { at: { communityId: string; proposalId: string } }) {
  const { loaded, reload, more } = usePages(at.proposalId, (cursor) =>
    call(resolutions.listWords, { ...at, ...(cursor ? { cursor } : {}) }),
  );
  return (
    <ListState
      loaded={loaded}
      retry={reload}
      isEmpty={({ items }) => items.length === 0}
      empty={{ words: '没有人写一句话。' }}
    >
      {({ items, next }) => (
        <>
          {items.map(({ word }, i) => (
            <Text key={`${i} ${word}`} className="block">
              “{word}”
            </Text>
          ))}
          {next ? <PrimaryButton kind="plain" label="看更多" busy={loaded.loading} onTap={more} /> : null}
        </>
      )}
    </ListState>
  );
}

/** What was said in a word at the review, when somebody wants to read it: without names, and not beside the answers. */
export function SaidWords({ at }: { at: { communityId: string; proposalId: string } }) {
  const [shown, setShown] = useState(false);
  return shown ? <Words at={at} /> : <Row label="大家说的话" value="不显示姓名" onTap={() => setShown(true)} />;
}
