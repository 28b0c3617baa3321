import { Text, View } from '@tarojs/components';
import { open, toTab } from '../../kernel/navigate';
import { a11y } from '../../kernel/ui/a11y';

/** The four things an older neighbour comes for, one below the other. */
export function BigEntries({ communityId }: { communityId: string }) {
  const entries = [
    ['我要提议', '说说您想改变的事', () => open('councils', 'write', { communityId })],
    ['看邻居的提议', '支持一下，或说说意见', () => toTab('councils')],
    ['找人帮忙', '服务站、热线电话', () => toTab('service')],
    ['我的', '我家、我的身份、字号', () => toTab('me')],
  ] as const;
  return (
    <View className="stack">
      {entries.map(([label, note, onTap]) => (
        <View
          key={label}
          className="big-entry"
          hoverClass="card-pressed"
          onClick={onTap}
          {...a11y({ role: 'button', label: `${label}，${note}` })}
        >
          <Text className="big-entry-label">{label}</Text>
          <Text className="small">{note}</Text>
        </View>
      ))}
    </View>
  );
}
