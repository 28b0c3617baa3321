import { View } from '@tarojs/components';
import { a11y } from '../a11y';
import { pxOf, qrRuns, stopsOf } from './model';

/** A QR code drawn without canvas or picture: the same on every platform. `label` says what it is for those who cannot see it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const lines = qrRuns(text);
  const px = pxOf(lines.length);
  const width = lines.length * px;
  return (
    <View className="qr-code" style={`width:${width}px`} {...a11y({ role: 'img', label })}>
      {lines.map((runs, y) => (
        <View key={y} style={`height:${px}px;background:linear-gradient(90deg,${stopsOf(runs, px)})`} />
      ))}
    </View>
  );
}
