import { Text } from '@tarojs/components';
import { platform } from '../kernel/platform/platform';
import { pagePath } from '../kernel/routes';
import { Card } from '../kernel/ui/card';
import { QrCode } from '../kernel/ui/qr-code';

type At = { communityId: string; voteId: string };
/** The receipt of a ballot that a worker entered, for whoever it belongs to: to be scanned or written down, it is kept nowhere. */
export function ReceiptCard({ at: { communityId, voteId }, code }: { at: At; code: string }) {
  const link = platform.linkTo(pagePath('votes', 'receipt', { communityId, voteId, code }));
  return (
    <Card>
      <Text className="block strong">查票码</Text>
      <Text className="block code-large">{code}</Text>
      <QrCode text={link} label="查票码的二维码，请这一户用自己的手机扫一扫" />
      <Text className="block small">
        请这一户扫码，或者抄下来交给他们。计票后，用它可以查到这一票在公布的清单里；查票码看不出投了什么。这里不保存，离开这一页就看不到了。
      </Text>
    </Card>
  );
}
