import { Text, View } from '@tarojs/components';
import { KINDS } from '@gongzhi/shared/kernel/announcement-kinds';
import type { Head } from '@gongzhi/shared/announcements/model';
import { Card } from '../kernel/ui/card';
import { Tag } from '../kernel/ui/tag';
import { correctedWords, stateTag, whenWords } from './words';

/** An announcement in a list. */
export function HeadCard({ head, note, onTap }: { head: Head; note?: string; onTap: () => void }) {
  const tag = stateTag(head);
  const more = [correctedWords(head), note].filter(Boolean).join('，');
  return (
    <Card label={[head.title, tag.label, more].filter(Boolean).join('，')} onTap={onTap}>
      <View>
        <Tag {...tag} />
      </View>
      <Text className="block strong">{head.title}</Text>
      <Text className="block small">
        {KINDS[head.kind]} · {whenWords(head)}
      </Text>
      {more ? <Text className="block small">{more}</Text> : null}
    </Card>
  );
}
