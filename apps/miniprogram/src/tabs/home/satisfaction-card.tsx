import { Text } from '@tarojs/components';
import { open } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { Row } from '../../kernel/ui/row';

/** What residents said, for those who answer for it. Who was asked and who answered is nowhere. */
export function SatisfactionCard({ communityId, worker }: { communityId: string; worker: boolean }) {
  return (
    <>
      <Text className="heading">居民满意度</Text>
      <Card>
        {worker ? (
          <>
            <Row
              label="差评回访"
              value="15 个工作日内答复"
              onTap={() => open('satisfaction', 'follow-ups', { communityId })}
            />
            <Row
              label="代居民填写"
              value="凭居民的答题码"
              onTap={() => open('satisfaction', 'assist', { communityId })}
            />
          </>
        ) : null}
        <Row label="调查结果" value="人数、区间" onTap={() => open('satisfaction', 'results', { communityId })} />
      </Card>
    </>
  );
}
