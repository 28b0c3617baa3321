import { useParams } from '../../kernel/navigate';
import { Mine } from './mine';
import { OfBranch } from './of-branch';

/** One report: with a member in the address it is the secretary’s, without it one’s own. */
export default function ReportPage() {
  const { communityId, period, memberId } = useParams('reports', 'report');
  return memberId ? (
    <OfBranch communityId={communityId} memberId={memberId} period={period} />
  ) : (
    <Mine communityId={communityId} period={period} />
  );
}
