import { Side } from '@gongzhi/shared/reports/evaluation-model';
import { useParams } from '../../kernel/navigate';
import { Mine } from './mine';
import { OfBranch } from './of-branch';
import { OfSide } from './of-side';

/** An evaluation: one’s own, a member’s of one’s branch, or the side the address names. */
export default function EvaluationPage() {
  const { communityId, period, memberId, side } = useParams('reports', 'evaluation');
  if (!memberId) return <Mine communityId={communityId} period={period} />;
  const asked = Side.safeParse(side);
  const ids = { communityId, memberId, period };
  return asked.success ? <OfSide {...ids} side={asked.data} /> : <OfBranch {...ids} />;
}
