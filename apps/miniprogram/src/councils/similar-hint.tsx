import { Text } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { councils } from '@gongzhi/shared/councils/contract';
import type { ProposalHead } from '@gongzhi/shared/councils/model';
import { wordGrams } from '@gongzhi/shared/councils/word-grams';
import { call } from '../kernel/call';
import { open } from '../kernel/navigate';
import { Card } from '../kernel/ui/card';
import { Row } from '../kernel/ui/row';
import { stageTag } from '../tabs/councils/model';

/** Asked when nothing was typed for so long, milliseconds. */
const PAUSE = 600;

/** Matters like these words; a failure shows nothing, for it must not keep anybody from writing. */
export const useSimilar = (communityId: string, title: string, grounds = ''): readonly ProposalHead[] => {
  const [found, setFound] = useState<readonly ProposalHead[]>([]);
  const about = wordGrams(title, grounds).join(' ');
  useEffect(() => {
    let wanted = true;
    const ask = async () => {
      const cut = { title: [...title].slice(0, 60).join(''), grounds: [...grounds].slice(0, 300).join('') };
      const outcome = await call(councils.listSimilar, { communityId, ...cut });
      if (wanted && outcome.ok) setFound(outcome.value.items);
    };
    const timer = setTimeout(() => (about === '' ? setFound([]) : void ask()), PAUSE);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
    // the words count, not how they are put
  }, [communityId, about]);
  return found;
};

/** While a title is typed: what neighbours have proposed already, one tap away. */
export function SimilarHint({ communityId, title, grounds }: { communityId: string; title: string; grounds: string }) {
  const found = useSimilar(communityId, title, grounds);
  if (found.length === 0) return null;
  return (
    <Card>
      <Text className="block strong">已有相近的提议，可以直接附议</Text>
      {found.map(({ proposalId, title: words, stage }) => (
        <Row
          key={proposalId}
          label={words}
          value={stageTag({ stage })[0]}
          onTap={() => open('councils', 'proposal', { communityId, proposalId })}
        />
      ))}
      <Text className="block small">不是同一件事，就接着写。写好的内容会留着。</Text>
    </Card>
  );
}
