import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { votes } from '@gongzhi/shared/votes/contract';
import { call } from '../../kernel/call';
import { platform } from '../../kernel/platform/platform';
import { toast } from '../../kernel/toast';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { fileName, hexGroups, joinList, recountCommand } from './model';

/** Keeps the list as a file where the platform can, and where it cannot puts it where it can be pasted. */
const keepText = async (name: string, text: string): Promise<string> => {
  const { save } = platform.files;
  if (save) {
    save(name, text);
    return `清单已下载，文件名 ${name}。`;
  }
  return platform.copy(text).then(
    () => '清单已复制。请粘贴到电脑上，存成文本文件。',
    () => '没有复制成功，请在电脑上用浏览器打开本页下载。',
  );
};

/** The published list, to be kept and counted again by a program that asks nobody. */
export function ListCard({ communityId, voteId }: { communityId: string; voteId: string }) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [key, setKey] = useState<string>();
  const get = async () => {
    setBusy(true);
    let seen: string | undefined;
    const outcome = await joinList(async (part) => {
      const one = await call(votes.readList, { communityId, voteId, part });
      if (one.ok) seen = one.value.key;
      return one;
    });
    setBusy(false);
    setFailure(outcome.ok ? undefined : outcome.says);
    if (!outcome.ok) return;
    setKey(seen);
    toast(await keepText(fileName(voteId), outcome.value));
  };
  return (
    <>
      <Text className="heading">自己重新计票</Text>
      <Card>
        <Text className="block">
          计票以后公布清单，里面有参加的人留下的查票印记和全部选票，没有名字、门牌和时间。谁都可以下载，在自己的电脑上用另一个独立的程序重新计票，不用联网。
        </Text>
        {failure ? <Banner tone="note" title="还不能下载" words={failure} /> : null}
        <View className="stack">
          <PrimaryButton
            kind="plain"
            label={platform.files.save ? '下载清单文件' : '复制清单'}
            busy={busy}
            onTap={() => void get()}
          />
        </View>
        {key ? (
          <View className="stack">
            <Text className="block">电脑上装好 Node.js 20 以上版本，在清单文件所在的文件夹里运行：</Text>
            <Text className="block strong mono" selectable>
              {recountCommand(voteId, key)}
            </Text>
            <Text className="block small">签名密钥指纹：{hexGroups(key)}。请和社区公告栏上贴的核对。</Text>
          </View>
        ) : null}
      </Card>
    </>
  );
}
