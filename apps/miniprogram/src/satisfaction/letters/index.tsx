import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { satisfaction } from '@gongzhi/shared/satisfaction/contract';
import { LETTERS } from '@gongzhi/shared/satisfaction/rule-sets';
import { call } from '../../kernel/call';
import { useParams } from '../../kernel/navigate';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { Field } from '../../kernel/ui/field';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { usePrinting } from '../../kernel/use-printing';
import { filesOf } from './model';

const SECRET =
  '信上有地址和答题码。请由街道打印、折好封口再交人送，不要把信或文件交给社区。您知道寄给了哪些户，但系统不告诉您谁答了；每次打印都记一笔，只记份数。';

/** Letters to households without the app, in files of fifty; printed again they are the same. */
export default function Letters() {
  const { communityId, roundId, invited } = useParams('satisfaction', 'letters');
  const [phone, setPhone] = useState('');
  const [pages, setPages] = useState(1);
  const { busy, print } = usePrinting();
  const { files, more } = filesOf(invited, pages);
  const ask = (part: number) => () => {
    const given = phone.trim();
    return call(satisfaction.printLetters, { communityId, roundId, part, ...(given ? { phone: given } : {}) });
  };
  return (
    <Page title="打印调查信">
      <Banner tone="note" title="谁可以看" words={SECRET} />
      <Field label="街道电话（可以不填）" hint="印在信上，有疑问时打" value={phone} onChange={setPhone} />
      <Text className="heading">{`一份文件最多 ${LETTERS.perFile} 户`}</Text>
      <Text className="block small">只给没有人用小程序的住户写信，一户一张。再打印一次，内容不变。</Text>
      {files.length === 0 ? (
        <Card>
          <Text className="block">还没有抽到住户，没有信可以打印。</Text>
        </Card>
      ) : null}
      <View className="stack">
        {files.map((part) => (
          <PrimaryButton
            key={part}
            kind="plain"
            label={`打印第 ${part} 份`}
            busy={busy === String(part)}
            disabled={busy !== undefined}
            onTap={() => void print(String(part), ask(part))}
          />
        ))}
        {more ? <PrimaryButton kind="plain" label="看后面的" onTap={() => setPages(pages + 1)} /> : null}
      </View>
    </Page>
  );
}
