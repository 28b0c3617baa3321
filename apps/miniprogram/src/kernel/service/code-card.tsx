import { Text } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { platform } from '../platform/platform';
import { Card } from '../ui/card';
import { QrCode } from '../ui/qr-code';
import './code-card.scss';
import { codeAt, type KeptDesk } from './kept-desk';

const EVERY_MS = 1_000;

/** The code that is scanned, by the server's clock; it changes by itself, also without a network. `words`: who scans it with what. */
export function CodeCard({ desk, words }: { desk: KeptDesk; words: string }) {
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
      <Text className="board-words small">{words}每 30 秒换一次。</Text>
    </Card>
  );
}
