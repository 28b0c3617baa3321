import { Text } from '@tarojs/components';
import { useState } from 'react';
import { directory } from '@gongzhi/shared/directory/contract';
import type { Outcome } from '../../kernel/answer-of';
import { call } from '../../kernel/call';
import { useParams } from '../../kernel/navigate';
import { platform } from '../../kernel/platform/platform';
import { toast } from '../../kernel/toast';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { usePages } from '../../kernel/use-pages';
import { issuedWords } from './model';

/** Makes the codes of a building and opens their sheet, when there is anybody to invite. */
const issueAndOpen = async (communityId: string, building: string): Promise<Outcome<number>> => {
  const issued = await call(directory.issueInvites, { communityId, building });
  if (!issued.ok || issued.value.invites === 0) return issued.ok ? { ok: true, value: 0 } : issued;
  const sheet = await call(directory.printInvites, { communityId, batchId: issued.value.batchId });
  if (!sheet.ok) return sheet;
  const { fileName, mediaType, base64 } = sheet.value;
  await platform.files.open({ name: fileName, mediaType, base64 });
  return { ok: true, value: issued.value.invites };
};

const usePrinting = (communityId: string) => {
  const [busy, setBusy] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const print = async (building: string) => {
    setBusy(building);
    const outcome = await issueAndOpen(communityId, building);
    setBusy(undefined);
    setFailure(outcome.ok ? undefined : outcome.says);
    if (outcome.ok) toast(issuedWords(building, outcome.value));
  };
  return { busy, failure, print };
};

export default function Invites() {
  const { communityId } = useParams('directory', 'invites');
  const { loaded, reload, more } = usePages(communityId, (cursor) =>
    call(directory.listBuildings, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  const { busy, failure, print } = usePrinting(communityId);
  return (
    <Page title="打印邀请码">
      <Card>
        <Text className="block">
          按楼栋生成一张二维码单（PDF），剪开后送到每户。每个码只能用一次，再次生成后旧的码作废。
        </Text>
      </Card>
      {failure ? <Banner tone="danger" title="没有生成" words={failure} /> : null}
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: '名册还是空的，请先导入住户名册。' }}
      >
        {({ items, next }) => (
          <>
            {items.map(({ building, households }) => (
              <Card key={building}>
                <Text className="block strong">{building}</Text>
                <Text className="block small">{households} 户</Text>
                <PrimaryButton
                  kind="plain"
                  label={`生成${building}的邀请码单`}
                  busy={busy === building}
                  disabled={busy !== undefined}
                  onTap={() => void print(building)}
                />
              </Card>
            ))}
            {next ? <PrimaryButton kind="plain" label="看后面的" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
    </Page>
  );
}
