import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { platform } from '../../platform/platform';
import { useTheme } from '../../theme';
import { PrimaryButton } from '../primary-button';

/** Reads a text aloud in 长辈版, where the platform can; elsewhere it is not there. */
export function ReadAloud({ text }: { text: string }) {
  const [speaking, setSpeaking] = useState(false);
  useEffect(() => () => platform.speech?.stop(), []);
  const { elder } = useTheme();
  const { speech } = platform;
  if (!speech || !elder) return null;
  const toggle = () => {
    if (speaking) speech.stop();
    else speech.say(text, () => setSpeaking(false));
    setSpeaking(!speaking);
  };
  return (
    <View className="stack">
      <PrimaryButton kind="plain" label={speaking ? '停止朗读' : '朗读给我听'} onTap={toggle} />
    </View>
  );
}
