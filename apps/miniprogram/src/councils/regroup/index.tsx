import { useState } from 'react';
import { councils } from '@gongzhi/shared/councils/contract';
import { call } from '../../kernel/call';
import { useParams } from '../../kernel/navigate';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { Segmented } from '../../kernel/ui/segmented';
import { useLoaded } from '../../kernel/use-loaded';
import { Merge } from './merge';
import { Split } from './split';

const WAYS = [
  { value: 'merge', label: '合并到另一件' },
  { value: 'split', label: '拆成两件' },
] as const;

/** For the chair and workers, before the vote: matters that are the same become one, one that is two becomes two. */
export default function Regroup() {
  const at = useParams('councils', 'regroup');
  const { loaded, reload } = useLoaded(at.proposalId, () => call(councils.readProposal, at));
  const [way, setWay] = useState<'merge' | 'split'>('merge');
  return (
    <Page title="合并或拆分">
      <Segmented label="怎么处理" options={WAYS} value={way} onChange={setWay} />
      <ListState loaded={loaded} retry={reload}>
        {(proposal) => (way === 'merge' ? <Merge proposal={proposal} /> : <Split proposal={proposal} />)}
      </ListState>
    </Page>
  );
}
