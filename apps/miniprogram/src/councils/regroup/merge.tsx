import { Text } from '@tarojs/components';
import { useState } from 'react';
import { councils } from '@gongzhi/shared/councils/contract';
import type { Proposal, ProposalHead } from '@gongzhi/shared/councils/model';
import { call } from '../../kernel/call';
import { replaceBy } from '../../kernel/navigate';
import { toast } from '../../kernel/toast';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Row } from '../../kernel/ui/row';
import { Sheet } from '../../kernel/ui/sheet';
import { useLoaded } from '../../kernel/use-loaded';
import { useSimilar } from '../similar-hint';
import { targetsOf } from './model';

interface TargetsProps {
  heading: string;
  targets: readonly ProposalHead[];
  onChoose: (target: ProposalHead) => void;
}
function Targets({ heading, targets, onChoose }: TargetsProps) {
  if (targets.length === 0) return null;
  return (
    <Card>
      <Text className="block strong">{heading}</Text>
      {targets.map((target) => (
        <Row
          key={target.proposalId}
          label={target.title}
          value={`${target.supports} 人附议`}
          onTap={() => onChoose(target)}
        />
      ))}
    </Card>
  );
}

/** Choosing what this matter becomes part of: those alike first, then the newest. */
export function Merge({ proposal }: { proposal: Proposal }) {
  const { communityId, proposalId } = proposal;
  const similar = targetsOf(useSimilar(communityId, proposal.title), proposalId);
  const { loaded, reload } = useLoaded(communityId, () => call(councils.listProposals, { communityId }));
  const [target, setTarget] = useState<ProposalHead>();
  const [busy, setBusy] = useState(false);
  const merge = async (intoId: string) => {
    setBusy(true);
    const outcome = await call(councils.mergeMatter, { communityId, proposalId, intoId });
    setBusy(false);
    setTarget(undefined);
    toast(outcome.ok ? '已合并，附议正在转过去。' : outcome.says);
    if (outcome.ok) replaceBy('councils', 'proposal', { communityId, proposalId: intoId });
  };
  return (
    <>
      <Text className="block small">
        合并后，附议《{proposal.title}》的人都算作附议并入的那件，两件都附议过的只算一次。合并不能撤销。
      </Text>
      <Targets heading="内容相近" targets={similar} onChoose={setTarget} />
      <ListState loaded={loaded} retry={reload}>
        {({ items }) => <Targets heading="最近的事项" targets={targetsOf(items, proposalId)} onChoose={setTarget} />}
      </ListState>
      {target ? (
        <Sheet
          title="确认合并"
          words={`把《${proposal.title}》并入《${target.title}》，并告知两件事的附议人。`}
          onClose={() => setTarget(undefined)}
          confirm={{ label: '合并', kind: 'danger', busy, onTap: () => void merge(target.proposalId) }}
        />
      ) : null}
    </>
  );
}
