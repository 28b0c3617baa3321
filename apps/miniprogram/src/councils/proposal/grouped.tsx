import type { Proposal } from '@gongzhi/shared/councils/model';
import { open } from '../../kernel/navigate';
import { Banner } from '../../kernel/ui/banner';
import { PrimaryButton } from '../../kernel/ui/primary-button';

/** Where a merged or split matter goes on, and where a part came from. */
export function Grouped({ proposal }: { proposal: Proposal }) {
  const { communityId, mergedInto, splitInto, splitFrom } = proposal;
  const to = (proposalId: string) => open('councils', 'proposal', { communityId, proposalId });
  if (mergedInto)
    return (
      <Banner tone="note" title="已并入别的事项" words="附议已经转过去，每人只算一次。这里说过的话还能继续讨论。">
        <PrimaryButton kind="plain" label="去看并入的事项" onTap={() => to(mergedInto)} />
      </Banner>
    );
  if (splitInto)
    return (
      <Banner tone="note" title="已拆成两件" words="附议没有自动带过去，请对您赞成的那件重新附议。">
        {splitInto.map((id, i) => (
          <PrimaryButton key={id} kind="plain" label={`去看第${i === 0 ? '一' : '二'}件`} onTap={() => to(id)} />
        ))}
      </Banner>
    );
  if (!splitFrom) return null;
  return (
    <Banner tone="note" title="由一件事拆分而来" words="原来的附议没有带过来，赞成的请重新附议。">
      <PrimaryButton kind="plain" label="看原来的事项" onTap={() => to(splitFrom)} />
    </Banner>
  );
}
