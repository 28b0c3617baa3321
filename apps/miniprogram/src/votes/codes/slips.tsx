import Taro from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { platform } from '../../kernel/platform/platform';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { LETTER, csvOf, type Slip } from './model';

/** Slips on a phone's screen; a computer shows and prints them all. */
const SHOWN = platform.print ? Infinity : 40;

const download = (name: string, slips: readonly Slip[]) =>
  platform.files.open({
    name: `协助投票码-${name}.csv`,
    mediaType: 'text/csv',
    base64: Taro.arrayBufferToBase64(utf8ToBytes(csvOf(slips)).buffer as ArrayBuffer),
  });

/** The letters of one building, one below the other, to be cut and closed. */
export function Slips({ name, question, slips }: { name: string; question: string; slips: readonly Slip[] }) {
  const { print } = platform;
  if (slips.length === 0) return <Text className="block small">这里没有在名册上的。</Text>;
  return (
    <>
      {print ? (
        <View className="stack">
          <PrimaryButton label={`打印 ${slips.length} 张`} onTap={print} />
          <PrimaryButton kind="plain" label="下载表格" onTap={() => void download(name, slips)} />
        </View>
      ) : (
        <Banner tone="note" words="要打印，请用电脑的浏览器打开本系统。" />
      )}
      {slips.slice(0, SHOWN).map(({ unitId, label, code }) => (
        <Card key={unitId}>
          <Text className="block strong">{label}</Text>
          <Text className="block small">{question}</Text>
          <Text className="block code-large">{code}</Text>
          <Text className="block small">{LETTER}</Text>
        </Card>
      ))}
      {slips.length > SHOWN ? (
        <Text className="block small">还有 {slips.length - SHOWN} 张，请用电脑打开。</Text>
      ) : null}
    </>
  );
}
