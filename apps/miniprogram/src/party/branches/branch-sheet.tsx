import { Text } from '@tarojs/components';
import { useState } from 'react';
import { directory } from '@gongzhi/shared/directory/contract';
import { party } from '@gongzhi/shared/party/contract';
import type { KeptBranch } from '@gongzhi/shared/party/model';
import { call } from '../../kernel/call';
import { open } from '../../kernel/navigate';
import { Field } from '../../kernel/ui/field';
import { ListState } from '../../kernel/ui/list-state';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Segmented } from '../../kernel/ui/segmented';
import { Sheet } from '../../kernel/ui/sheet';
import { useAct } from '../../kernel/use-act';
import { usePages } from '../../kernel/use-pages';
import { secretariesIn } from './model';

/** Those who hold the role and may be named; members are looked through a page at a time. */
function Secretaries(props: { communityId: string; value: string | undefined; onChange: (id: string) => void }) {
  const { communityId, value, onChange } = props;
  const { loaded, reload, more } = usePages(communityId, (cursor) =>
    call(directory.listMembers, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  return (
    <ListState loaded={loaded} retry={reload}>
      {({ items, next }) => (
        <>
          <Text className="block strong">书记</Text>
          {secretariesIn(items).length > 0 ? (
            <Segmented label="书记" options={secretariesIn(items)} value={value} onChange={onChange} />
          ) : (
            <Text className="block">还没有人有“党支部书记”的职责，请先给他这个职责。</Text>
          )}
          {next ? <PrimaryButton kind="plain" label="找找更多成员" busy={loaded.loading} onTap={more} /> : null}
          <PrimaryButton
            kind="plain"
            label="去“成员和职责”"
            onTap={() => open('directory', 'members', { communityId })}
          />
        </>
      )}
    </ListState>
  );
}

/** A branch is added, or changed and closed. */
export function BranchSheet(props: { communityId: string; branch?: KeptBranch; close: () => void }) {
  const { communityId, branch, close } = props;
  const [name, setName] = useState(branch?.name ?? '');
  const [secretaryId, setSecretaryId] = useState(branch?.secretaryId);
  const { busy, act } = useAct(() => undefined);
  const done = async (doing: Promise<boolean>) => {
    if (await doing) close();
  };
  const save = () => {
    const plan = { communityId, name, secretaryId: secretaryId ?? '' };
    if (!branch) return act(party.addBranch, plan, '支部加好了，党员可以报到了。');
    return act(party.changeBranch, { ...plan, branchId: branch.branchId }, '已改好。');
  };
  const end = () => act(party.closeBranch, { communityId, branchId: branch?.branchId ?? '' }, '支部已撤销。');
  const disabled = name.trim() === '' || !secretaryId;
  return (
    <Sheet
      title={branch ? '修改支部' : '添加支部'}
      onClose={close}
      confirm={{ label: '保存', busy, disabled, onTap: () => void done(save()) }}
    >
      <Field label="支部名称" value={name} onChange={setName} />
      <Secretaries communityId={communityId} value={secretaryId} onChange={setSecretaryId} />
      {branch ? <PrimaryButton kind="plain" label="撤销这个支部" busy={busy} onTap={() => void done(end())} /> : null}
    </Sheet>
  );
}
