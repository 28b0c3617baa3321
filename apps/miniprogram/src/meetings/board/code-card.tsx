import { Text } from '@tarojs/components';
import { useEffect } from 'react';
import { meetings } from '@gongzhi/shared/meetings/contract';
import { call } from '../../kernel/call';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { QrCode } from '../../kernel/ui/qr-code';
import { useLoaded } from '../../kernel/use-loaded';
import type { At } from '../use-live';
import '../live/index.scss';

/** Asked again this much after the code has changed, and this soon when nobody answered. */
const AFTER_MS = 300;
const FAILED_MS = 5_000;

/** The code to sign in with, large, renewed by itself: how long it is fresh is the server's word, whatever this phone's clock says. */
export function CodeCard({ at }: { at: At }) {
  const { loaded, reload } = useLoaded(`code ${at.meetingId}`, () => call(meetings.readCode, at));
  const { value, loading } = loaded;
  useEffect(() => {
    if (loading) return undefined;
    const timer = setTimeout(reload, value ? value.freshForMs + AFTER_MS : FAILED_MS);
    return () => clearTimeout(timer);
  }, [loading, value, reload]);
  return (
    <ListState loaded={loaded} retry={reload}>
      {({ text, digits }) => (
        <Card>
          <QrCode text={text} label="签到二维码" />
          <Text className="meeting-count">{`${digits.slice(0, 3)} ${digits.slice(3)}`}</Text>
          <Text className="meeting-small small">扫一扫，或输入这 6 位数字签到。每 30 秒换一次。</Text>
        </Card>
      )}
    </ListState>
  );
}
