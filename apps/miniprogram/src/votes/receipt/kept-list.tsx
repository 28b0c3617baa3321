import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { timeInWords } from '@gongzhi/shared/kernel/time';
import { sessions } from '../../kernel/call';
import { open } from '../../kernel/navigate';
import { platform } from '../../kernel/platform/platform';
import { useStore } from '../../kernel/store';
import { toast } from '../../kernel/toast';
import { Card } from '../../kernel/ui/card';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { Sheet } from '../../kernel/ui/sheet';
import { receipts } from '../phone-receipts';
import type { Receipt } from '../receipts';
import { STATE_WORDS, addressIn } from './model';

function One({ receipt, drop }: { receipt: Receipt; drop: () => void }) {
  const { communityId, voteId, code, question, at, state } = receipt;
  return (
    <Card>
      <Text className="block strong">{question}</Text>
      <Row label="查票码" value={code} />
      <Text className="block small">
        {timeInWords(at)}，{STATE_WORDS[state]}
      </Text>
      <View className="stack">
        <PrimaryButton
          kind="plain"
          label={`查我的票：${question}`}
          onTap={() => open('votes', 'receipt', { communityId, voteId, code })}
        />
        <PrimaryButton kind="plain" label={`删除这张回执：${question}`} onTap={drop} />
      </View>
    </Card>
  );
}

const scan = async () => {
  const text = await platform.scan?.();
  const address = text === undefined ? undefined : addressIn(text);
  if (address) open('votes', 'receipt', address);
  else if (text !== undefined) toast('这不是投票回执上的二维码。');
};

/** The receipts on this phone, and the way to one that is on paper or on another phone. */
export function KeptList() {
  const owner = useStore(sessions)?.personId;
  const mine = useStore(receipts).filter((receipt) => receipt.owner === owner);
  const [dropping, setDropping] = useState<Receipt>();
  return (
    <>
      <Card>
        {mine.length === 0 ? <Text className="block strong">这部手机上没有您的回执</Text> : null}
        <Text className="block">
          投票以后，回执存在投票的那部手机上。回执上没有您投了什么；凭查票码可以查到您的票在公布的清单里。
        </Text>
      </Card>
      {mine.map((receipt) => (
        <One key={receipt.voteId} receipt={receipt} drop={() => setDropping(receipt)} />
      ))}
      <Text className="heading">回执不在这部手机上</Text>
      <Card>
        <Text className="block">打开那次表决的页面，点“查我的票”，填上查票码；也可以扫回执上的二维码。</Text>
        {platform.scan ? (
          <View className="stack">
            <PrimaryButton kind="plain" label="扫回执上的二维码" onTap={() => void scan()} />
          </View>
        ) : null}
      </Card>
      {dropping ? (
        <Sheet
          title="删除这张回执？"
          words={`《${dropping.question}》。删除以后，这部手机上就没有这个查票码了，没有抄下来就再也查不了。您的票照样算数。`}
          onClose={() => setDropping(undefined)}
          confirm={{
            label: '删除',
            kind: 'danger',
            onTap: () => {
              receipts.drop(dropping);
              setDropping(undefined);
            },
          }}
        />
      ) : null}
    </>
  );
}
