import type { Vote } from '@gongzhi/shared/votes/model';
import { open } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { Row } from '../../kernel/ui/row';
import type { Receipt } from '../receipts';
import { ReceiptCard } from './receipt-card';

/** The receipt on this phone, or after the end the way to check another. */
export function KeptReceipt({ vote, receipt }: { vote: Vote; receipt: Receipt | undefined }) {
  const { communityId, voteId, phase } = vote;
  if (receipt?.state === 'recorded') return <ReceiptCard receipt={receipt} vote={vote} />;
  if (phase !== 'decided') return null;
  return (
    <Card>
      <Row label="查我的票" value="用查票码" onTap={() => open('votes', 'receipt', { communityId, voteId })} />
    </Card>
  );
}
