import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { votes } from '@gongzhi/shared/votes/contract';
import { call } from '../../kernel/call';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { Field } from '../../kernel/ui/field';
import { PrimaryButton } from '../../kernel/ui/primary-button';

interface At {
  communityId: string;
  voteId: string;
  unitId: string;
}

/** Leave to enter the ballot: by the code the resident says, or on the resident's own phone. `waiting`: it was asked for there. */
export function AskStep({ at, waiting, reload }: { at: At; waiting: boolean; reload: () => void }) {
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState<'code' | 'phone'>();
  const [failure, setFailure] = useState<string>();
  const ask = async (by: 'code' | 'phone') => {
    setBusy(by);
    const outcome = await call(votes.askHelp, { ...at, ...(by === 'code' ? { code } : {}) });
    setBusy(undefined);
    setFailure(outcome.ok ? undefined : outcome.says);
    reload();
  };
  return (
    <>
      {failure ? <Banner tone="danger" title="还不能录入" words={failure} /> : null}
      {waiting ? (
        <Banner
          tone="waiting"
          title="等居民在手机上确认"
          words="请居民打开这次表决的页面，点“请工作人员代录”，再点“同意”。确认后这里会自动继续。"
        />
      ) : null}
      <Card>
        <Text className="block strong">居民有协助投票码</Text>
        <Text className="block small">码在社区送到家的信里，8 位。居民说出来，就是同意您代录这一次的票。</Text>
        <Field label="协助投票码" value={code} onChange={setCode} placeholder="如 7K2M 9QXD" />
        <PrimaryButton
          label="核对协助投票码"
          busy={busy === 'code'}
          disabled={code.trim() === ''}
          onTap={() => void ask('code')}
        />
      </Card>
      {waiting ? null : (
        <Card>
          <Text className="block strong">居民带着手机</Text>
          <Text className="block small">请居民在自己的手机上同意，不用说码。</Text>
          <View className="stack">
            <PrimaryButton
              kind="plain"
              label="请居民在手机上确认"
              busy={busy === 'phone'}
              onTap={() => void ask('phone')}
            />
          </View>
        </Card>
      )}
    </>
  );
}
