import { Text } from '@tarojs/components';
import type { Asking } from '@gongzhi/shared/satisfaction/model';
import { Banner } from '../kernel/ui/banner';
import { Card } from '../kernel/ui/card';

/** Why a code is not answered any more. */
export function CodeOver({ state }: { state: Asking['state'] }) {
  return state === 'expired' ? (
    <Banner tone="note" title="已过期" words="这个答题码已经过了作答的时间。" />
  ) : (
    <Banner
      tone="note"
      title="已经答过"
      words="这个答题码已经答过了，一个码只答一次。如果不是您家里人答的，请打街道的电话告诉街道。"
    />
  );
}

/** By what a low answer is called back: written down on paper, since nothing of it is left on the phone. */
export function CallBackCode({ code, words }: { code: string; words: string }) {
  return (
    <Card>
      <Text className="block strong">回访码</Text>
      <Text className="code-large">{code}</Text>
      <Text className="block">{words}</Text>
    </Card>
  );
}
