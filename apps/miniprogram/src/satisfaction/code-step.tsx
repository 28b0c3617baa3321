import { Text, View } from '@tarojs/components';
import { isWhole } from '@gongzhi/shared/kernel/spoken-codes';
import { platform } from '../kernel/platform/platform';
import { Banner } from '../kernel/ui/banner';
import { Field } from '../kernel/ui/field';
import { PrimaryButton } from '../kernel/ui/primary-button';
import type { UsedCode } from './use-code';

/** The code off the letter, typed or scanned. */
export function CodeStep({ words, used }: { words: string; used: UsedCode }) {
  const { code, setCode, seen } = used;
  const { scan } = platform;
  const scanned = () => void scan?.().then((found) => found && setCode(found));
  return (
    <View className="stack">
      <Text className="block">{words}</Text>
      <Field label="答题码" hint="10 位字符，不分大小写" value={code} onChange={setCode} />
      {scan ? <PrimaryButton kind="plain" label="扫信上的二维码" onTap={scanned} /> : null}
      {seen.failure ? <Banner tone="danger" title="没有找到" words={seen.failure} /> : null}
    </View>
  );
}

/** The one action while the code is typed. */
export const nextStep = ({ code, busy, ask }: UsedCode) => ({
  label: '下一步',
  busy,
  disabled: !isWhole(code),
  onTap: () => void ask(),
});
