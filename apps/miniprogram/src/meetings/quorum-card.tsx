import { Text, View } from '@tarojs/components';
import type { Live } from '@gongzhi/shared/meetings/model';
import { a11y } from '../kernel/ui/a11y';
import { Card } from '../kernel/ui/card';
import './live/index.scss';
import { lost, quorumState, quorumWords } from './words';

/** How many are here, large; whether it is enough in words, never by colour alone. */
export function QuorumCard({ live }: { live: Live }) {
  return (
    <Card>
      <View className={lost(live) ? 'meeting-lost' : 'meeting-quorum'} {...a11y({ role: 'status', live: 'polite' })}>
        <Text className="meeting-count">到会 {live.present} 人</Text>
        <Text className="meeting-small strong">{quorumState(live)}</Text>
        <Text className="meeting-small small">{quorumWords(live)}</Text>
      </View>
    </Card>
  );
}
