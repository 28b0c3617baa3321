import { sessions } from '../../kernel/call';
import { useParams } from '../../kernel/navigate';
import { useStore } from '../../kernel/store';
import { Page } from '../../kernel/ui/page';
import { receipts } from '../phone-receipts';
import { findReceipt } from '../receipts';
import { CheckForm } from './check-form';
import { KeptList } from './kept-list';
import { ListCard } from './list-card';

/** 查我的票: with a vote one code is checked in it, without one the receipts on this phone are shown. */
export default function ReceiptPage() {
  const { communityId, voteId, code } = useParams('votes', 'receipt');
  const owner = useStore(sessions)?.personId;
  const kept = useStore(receipts);
  if (!communityId || !voteId)
    return (
      <Page title="我的投票回执">
        <KeptList />
      </Page>
    );
  const at = { communityId, voteId };
  return (
    <Page title="查我的票">
      <CheckForm key={voteId} {...at} code={code ?? findReceipt(kept, { owner, voteId })?.code ?? ''} />
      <ListCard {...at} />
    </Page>
  );
}
