import { Text } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { ownCode } from '@gongzhi/shared/kernel/service/pass';
import { platform } from '../platform/platform';
import { QrCode } from '../ui/qr-code';
import { Sheet } from '../ui/sheet';

const EVERY_MS = 1_000;

/** One's own code, made on this phone and changing every half minute: the organiser scans it, also when neither has a network. */
export function OwnCodeSheet({
  pass,
  who,
  ahead,
  onClose,
}: {
  pass: string;
  who: { shiftId: string; personId: string };
  ahead: number;
  onClose: () => void;
}) {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  const text = ownCode(pass, who, new Date(now + ahead));
  return (
    <Sheet title="我的服务码" words="请组织者扫这个码。没有网络也可以用，每 30 秒换一次。" onClose={onClose}>
      <QrCode text={text} label="我的服务码" />
      {platform.scan ? null : <Text className="block mono small">{text}</Text>}
    </Sheet>
  );
}
