import { Text } from '@tarojs/components';
import { useState } from 'react';
import { directory } from '@gongzhi/shared/directory/contract';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { toast } from '../../kernel/toast';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { Field } from '../../kernel/ui/field';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { usePages } from '../../kernel/use-pages';

function OpenOne({ streetId, done }: { streetId: string; done: () => void }) {
  const [communityId, setCommunityId] = useState('');
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const start = async () => {
    setBusy(true);
    const outcome = await call(directory.openCommunity, { streetId, communityId });
    setBusy(false);
    setFailure(outcome.ok ? undefined : outcome.says);
    if (!outcome.ok) return;
    toast('已开通。请为它指定第一位社区工作者。');
    setCommunityId('');
    done();
  };
  return (
    <Card>
      <Text className="block strong">开通一个社区</Text>
      <Field
        label="社区的统计用区划代码"
        hint={`12 位数字，以 ${streetId} 开头`}
        type="number"
        value={communityId}
        onChange={setCommunityId}
      />
      {failure ? <Banner tone="danger" title="没有开通" words={failure} /> : null}
      <PrimaryButton label="开通" busy={busy} disabled={communityId.length !== 12} onTap={() => void start()} />
    </Card>
  );
}

/** A street's communities: how many households are on each roll, and opening one more. */
export default function Communities() {
  const { streetId } = useParams('directory', 'communities');
  const { loaded, reload, more } = usePages(streetId, (cursor) =>
    call(directory.listCommunities, { streetId, ...(cursor ? { cursor } : {}) }),
  );
  return (
    <Page title="社区和开通">
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: '还没有开通的社区，请在下面开通第一个。' }}
      >
        {({ items, next }) => (
          <>
            {items.map(({ communityId, name, households }) => (
              <Card key={communityId}>
                <Text className="block strong">{name}</Text>
                <Row
                  label="成员和职责"
                  value={`名册 ${households} 户`}
                  onTap={() => open('directory', 'members', { communityId })}
                />
                <Row
                  label="满意度调查"
                  value="开始、结果"
                  onTap={() => open('satisfaction', 'rounds', { communityId })}
                />
                <Row label="等您同意的通知" onTap={() => open('announcements', 'waiting', { communityId })} />
              </Card>
            ))}
            {next ? <PrimaryButton kind="plain" label="看后面的" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
      <OpenOne streetId={streetId} done={reload} />
    </Page>
  );
}
