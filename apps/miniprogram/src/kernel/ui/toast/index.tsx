import { Text, View } from '@tarojs/components';
import { useStore } from '../../store';
import { toastWords } from '../../toast';
import { a11y } from '../a11y';

/** The live region stands on every page before it says anything, as screen readers need. */
export function Toast() {
  const words = useStore(toastWords);
  return (
    <View className="toast" {...a11y({ role: 'status', live: 'polite' })}>
      {words ? <Text className="toast-words">{words}</Text> : null}
    </View>
  );
}
