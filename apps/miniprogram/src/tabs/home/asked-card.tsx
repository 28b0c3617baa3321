import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { dateInWords } from '@gongzhi/shared/kernel/time';
import { satisfaction } from '@gongzhi/shared/satisfaction/contract';
import { call } from '../../kernel/call';
import { open } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { Tag } from '../../kernel/ui/tag';
import { useLoaded } from '../../kernel/use-loaded';

/** What one is asked to say how satisfied one is with; nothing when nobody asks. */
export function AskedCard({ communityId }: { communityId: string }) {
  const { loaded, reload } = useLoaded(`asked ${communityId}`, () =>
    call(satisfaction.listInvitations, { communityId }),
  );
  useDidShow(reload);
  const items = loaded.value?.items ?? [];
  const asked = items.filter(({ state }) => state === 'open');
  const byOthers = items.filter(({ by, disowned }) => by !== undefined && !disowned);
  return (
    <>
      {asked.map(({ roundId, subject, title, expiresAt }) => (
        <Card
          key={`${roundId} ${subject}`}
          onTap={() => open('satisfaction', 'answer', { communityId, roundId, subject })}
        >
          <View className="between">
            <Text className="strong">{`您满意吗：${title}`}</Text>
            <Tag label="请您打分" tone="waiting" />
          </View>
          <Text className="block small">{`20 秒就好，${dateInWords(expiresAt)}前都可以答`}</Text>
        </Card>
      ))}
      {byOthers.map(({ roundId, title }) => (
        <Card key={roundId} onTap={() => open('satisfaction', 'mine', { communityId })}>
          <Text className="block strong">{`有人凭答题码替您家答了：${title}`}</Text>
          <Text className="block small">不是您家答的，请点开告诉街道。</Text>
        </Card>
      ))}
    </>
  );
}
