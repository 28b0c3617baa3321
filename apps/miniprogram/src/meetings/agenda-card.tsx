import { Text } from '@tarojs/components';
import type { Live } from '@gongzhi/shared/meetings/model';
import { open } from '../kernel/navigate';
import { Card } from '../kernel/ui/card';
import { Row } from '../kernel/ui/row';

const stands = ({ item, heard, status }: Live, n: number) =>
  heard.includes(n) ? '✓ 已审议' : item === n ? '▶ 正在审议' : status === 'ended' ? '没有审议' : '还没到';

/** The agenda in order: each matter, its time and where it stands; a tap opens the matter. */
export function AgendaCard({ live }: { live: Live }) {
  const { communityId, agenda } = live;
  return (
    <>
      <Text className="heading">议程</Text>
      <Card>
        {agenda.map(({ n, title, minutes, proposalId }) => (
          <Row
            key={n}
            label={`${n}. ${title}（${minutes} 分钟）`}
            value={stands(live, n)}
            onTap={() => open('councils', 'proposal', { communityId, proposalId })}
          />
        ))}
      </Card>
    </>
  );
}
