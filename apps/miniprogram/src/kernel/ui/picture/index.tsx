import { Image, Text, View } from '@tarojs/components';
import { useState } from 'react';
import { platform } from '../../platform/platform';
import { a11y } from '../a11y';
import './index.scss';

export interface PictureProps {
  url: string;
  /** What it shows, read to whoever does not see it. */
  label: string;
  /** Fetches a new address: the old one opened it for a while only. */
  onRetry?: () => void;
}
/** In a browser the real element must have a text of its own; the frame around it is named already. */
const UNNAMED = platform.name === 'h5' ? { nativeProps: { alt: '' } } : {};

/** A picture with its description under it; a tap shows it alone. What does not arrive says so and may be tried again. */
export function Picture({ url, label, onRetry }: PictureProps) {
  const [broken, setBroken] = useState<string>();
  const retry = () => {
    setBroken(undefined);
    onRetry?.();
  };
  const gone = broken === url;
  const name = gone ? `图片没有显示：${label}，再试一次` : `图片：${label}，放大看`;
  return (
    <View
      className="picture"
      onClick={() => (gone ? retry() : platform.show.picture(url))}
      {...a11y({ role: 'button', label: name })}
    >
      {gone ? (
        <Text className="picture-gone">图片没有显示，点这里再试</Text>
      ) : (
        <Image className="picture-image" src={url} mode="widthFix" onError={() => setBroken(url)} {...UNNAMED} />
      )}
      <Text className="block small">{label}</Text>
    </View>
  );
}
