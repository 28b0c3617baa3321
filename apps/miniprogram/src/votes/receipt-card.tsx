import { Text } from '@tarojs/components';
import { Card } from '../kernel/ui/card';

/** The receipt's code of a ballot that a worker entered, for whoever it belongs to: to be written down, it is kept nowhere. */
export function ReceiptCard({ code }: { code: string }) {
  return (
    <Card>
      <Text className="block strong">查票码</Text>
      <Text className="block code-large">{code}</Text>
      <Text className="block small">
        请抄下来交给这一户。计票后，用它可以查到这一票在公布的清单里；查票码看不出投了什么。这里不保存，离开这一页就看不到了。
      </Text>
    </Card>
  );
}
