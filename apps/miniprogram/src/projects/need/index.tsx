import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { projects } from '@gongzhi/shared/projects/contract';
import type { Need } from '@gongzhi/shared/projects/model';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { Tag } from '../../kernel/ui/tag';
import { TextSheet } from '../../kernel/ui/text-sheet';
import { useAct } from '../../kernel/use-act';
import { useLoaded } from '../../kernel/use-loaded';
import { useRolesIn } from '../../kernel/use-roles';
import { NEED_STATES, needWords } from '../words';
import { mayDo } from './model';

function NeedText({ communityId, need }: { communityId: string; need: Need }) {
  const [words, tone] = NEED_STATES[need.state];
  const { projectId } = need;
  return (
    <Card>
      <View className="between">
        <Text className="strong">{need.title}</Text>
        <Tag label={words} tone={tone} />
      </View>
      <Text className="block">{need.about}</Text>
      <Text className="block small">{needWords(need)}</Text>
      {need.reason ? <Text className="block">没有公布的原因：{need.reason}</Text> : null}
      {projectId ? <Row label="看项目" onTap={() => open('projects', 'project', { communityId, projectId })} /> : null}
    </Card>
  );
}

/** A need: for everybody once it is published; a worker publishes it, and makes a project or a post of it. */
export default function NeedPage() {
  const ids = useParams('projects', 'need');
  const roles = useRolesIn(ids.communityId);
  const [declining, setDeclining] = useState(false);
  const { loaded, reload } = useLoaded(ids.needId, () => call(projects.readNeed, ids));
  const { busy, act } = useAct(reload);
  useDidShow(reload);
  const may = loaded.value && mayDo(loaded.value, roles);
  const publish = () => void act(projects.decideNeed, { ...ids, publish: true }, '已公布，大家能看到了。');
  const primary = may?.decide
    ? { primary: { label: '公布', busy, onTap: publish } }
    : may?.start
      ? { primary: { label: '认领立项', onTap: () => open('projects', 'start', ids) } }
      : {};
  return (
    <Page title="需求" {...primary}>
      <ListState loaded={loaded} retry={reload}>
        {(need) => (
          <>
            <NeedText communityId={ids.communityId} need={need} />
            {may?.post ? (
              <PrimaryButton kind="plain" label="按这条需求设岗位" onTap={() => open('projects', 'add-post', ids)} />
            ) : null}
            {may?.decide ? (
              <PrimaryButton kind="plain" label="不公布" busy={busy} onTap={() => setDeclining(true)} />
            ) : null}
            {may?.close ? (
              <PrimaryButton
                kind="plain"
                label="收回这条需求"
                busy={busy}
                onTap={() => void act(projects.closeNeed, ids, '已收回。')}
              />
            ) : null}
          </>
        )}
      </ListState>
      {declining ? (
        <TextSheet
          title="不公布这条需求"
          words="提出的人会看到原因。"
          label="原因"
          max={60}
          confirm="不公布"
          busy={busy}
          onConfirm={(reason) => act(projects.decideNeed, { ...ids, publish: false, reason }, '已答复。')}
          onClose={() => setDeclining(false)}
        />
      ) : null}
    </Page>
  );
}
