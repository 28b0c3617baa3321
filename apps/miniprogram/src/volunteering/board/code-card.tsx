import { Text } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { platform } from '../../kernel/platform/platform';
import { Card } from '../../kernel/ui/card';
import { QrCode } from '../../kernel/ui/qr-code';
import './index.scss';
import { codeAt, type KeptDesk } from './kept-desk';

const EVERY_MS = 1_000;

/** The code volunteers scan, by the server's clock; it changes by itself, also without a network. */
export function CodeCard({ desk }: { desk: KeptDesk }) {
  const [phone, setPhone] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setPhone(Date.now()), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  const code = codeAt(desk, new Date(phone + desk.ahead));
  if (!code) return null;
  return (
    <Card>
      <QrCode text={code.text} label="签到签退二维码" />
      <Text className="board-digits">{`${code.digits.slice(0, 3)} ${code.digits.slice(3)}`}</Text>
      {platform.scan ? null : <Text className="block mono small">{code.text}</Text>}
      <Text className="board-words small">志愿者用“我的服务”扫码，签到、签退都是它。每 30 秒换一次。</Text>
    </Card>
  );
}
