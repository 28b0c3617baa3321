import { Text, View } from '@tarojs/components';
import { open } from '../../kernel/navigate';
import { platform } from '../../kernel/platform/platform';
import { pagePath } from '../../kernel/routes';
import { toast } from '../../kernel/toast';
import { Card } from '../../kernel/ui/card';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { QrCode } from '../../kernel/ui/qr-code';
import { Row } from '../../kernel/ui/row';
import type { Vote } from '@gongzhi/shared/votes/model';
import type { Receipt } from '../receipts';
import { RECEIPT_WORDS } from './secret-words';

/** The receipt of a ballot: its code, the same as a QR code, and what it is for. The choice is not in it. */
export function ReceiptCard({
  receipt: { communityId, voteId, code },
  vote: { ballot, phase },
}: {
  receipt: Receipt;
  vote: Pick<Vote, 'ballot' | 'phase'>;
}) {
  const at = { communityId, voteId, code };
  const copy = () =>
    platform.copy(code).then(
      () => toast('查票码已复制。'),
      () => toast('没有复制成功，请抄下来或截图。'),
    );
  return (
    <>
      <Text className="heading">投票回执</Text>
      <Card>
        <Text className="block small">查票码</Text>
        <Text className="heading">{code}</Text>
        <QrCode text={platform.linkTo(pagePath('votes', 'receipt', at))} label="查票码的二维码，扫一扫就能查票" />
        {RECEIPT_WORDS[ballot].map((words) => (
          <Text key={words} className="block">
            {words}
          </Text>
        ))}
        <View className="stack">
          <PrimaryButton kind="plain" label="复制查票码" onTap={() => void copy()} />
        </View>
        <Row
          label="查我的票"
          value={phase === 'decided' ? '在清单里核对' : '计票以后可以查'}
          onTap={() => open('votes', 'receipt', at)}
        />
      </Card>
    </>
  );
}
