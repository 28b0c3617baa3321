import { Text } from '@tarojs/components';
import type { Vote } from '@gongzhi/shared/votes/model';
import { open } from '../../kernel/navigate';
import { usePresence } from '../../kernel/standing';
import { Card } from '../../kernel/ui/card';
import { Row } from '../../kernel/ui/row';
import { waysFor } from './ways';

/** Other ways than one's own phone, for whoever may use or run them, and by what this is decided. */
export function WaysCard({ vote }: { vote: Vote }) {
  const { communityId, voteId } = vote;
  const { standing } = usePresence();
  const ways = waysFor(vote, standing?.belonging);
  const at = { communityId, voteId };
  return (
    <>
      {ways.length > 0 ? <Text className="heading">不用自己的手机投</Text> : null}
      <Card>
        {ways.includes('confirm') ? (
          <Row label="请工作人员代录" value="同意、看协助投票码" onTap={() => open('votes', 'confirm', at)} />
        ) : null}
        {ways.includes('entries') ? (
          <Row label="录入纸质票和协助投票" onTap={() => open('votes', 'entries', at)} />
        ) : null}
        {ways.includes('codes') ? (
          <Row label="打印协助投票码" value="装信封送到家" onTap={() => open('votes', 'codes', at)} />
        ) : null}
        <Row label="本社区的表决规则" onTap={() => open('votes', 'rules', { communityId })} />
      </Card>
    </>
  );
}
