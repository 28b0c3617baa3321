import { View } from '@tarojs/components';
import { a11y } from '../a11y';
import { qrRuns, stopsOf } from './model';

const PX = 6;

/** A QR code drawn without canvas or picture: the same on every platform. `label` says what it is for those who cannot see it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const lines = qrRuns(text);
  const width = lines.length * PX;
  return (
    <View className="qr-code" style={`width:${width}px`} {...a11y({ role: 'img', label })}>
      {lines.map((runs, y) => (
        <View key={y} style={`height:${PX}px;background:linear-gradient(90deg,${stopsOf(runs, PX)})`} />
      ))}
    </View>
  );
}
