import { Text, View } from '@tarojs/components';
import { satisfaction } from '@gongzhi/shared/satisfaction/contract';
import type { Invitation } from '@gongzhi/shared/satisfaction/model';
import { Card } from '../../kernel/ui/card';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Tag } from '../../kernel/ui/tag';
import { useAct } from '../../kernel/use-act';
import { byWords } from '../words';

interface Props {
  communityId: string;
  asked: Invitation;
  done: () => void;
}
/** That somebody answered for the household with its code: never what. If it was nobody of them, the street hears of it. */
export function ByOthers({ communityId, asked, done }: Props) {
  const { busy, act } = useAct(done);
  const { roundId, title, by, disowned } = asked;
  const disown = () =>
    void act(satisfaction.disownAnswer, { communityId, roundId }, '已告诉街道。这次调查的结果会写明有几户这样说。');
  return (
    <Card>
      <View className="between">
        <Text className="strong">{title}</Text>
        <Tag label={disowned ? '您说不是您家答的' : '已经有人答过'} tone={disowned ? 'danger' : 'waiting'} />
      </View>
      <Text className="block">{byWords(by)}</Text>
      {disowned ? null : <PrimaryButton kind="plain" label="不是我家答的" busy={busy} onTap={disown} />}
    </Card>
  );
}
