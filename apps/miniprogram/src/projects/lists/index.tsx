import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { open, useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { Page } from '../../kernel/ui/page';
import { Row } from '../../kernel/ui/row';
import { Segmented } from '../../kernel/ui/segmented';
import { useRolesIn } from '../../kernel/use-roles';
import { MyNeeds, Needs, Projects, Resources } from './sections';

const LISTS = { needs: Needs, resources: Resources, projects: Projects, mine: MyNeeds } as const;
type Name = keyof typeof LISTS;
const EVERYBODY: { value: Name; label: string }[] = [
  { value: 'needs', label: '需求' },
  { value: 'resources', label: '资源' },
  { value: 'projects', label: '项目' },
];
const OWN: { value: Name; label: string } = { value: 'mine', label: '我提的' };

/** The three lists (三张清单): what is needed, what units offer, what was made of them. */
export default function Lists() {
  const { communityId } = useParams('projects', 'lists');
  const member = useRolesIn(communityId).length > 0;
  const [name, setName] = useState<Name>('needs');
  const [turn, setTurn] = useState(0);
  useDidShow(() => setTurn((before) => before + 1));
  const List = LISTS[name];
  const ask = { label: '提需求', onTap: () => open('projects', 'ask', { communityId }) };
  return (
    <Page title="三张清单" {...(member ? { primary: ask } : {})}>
      <Segmented
        label="看哪张清单"
        options={member ? [...EVERYBODY, OWN] : EVERYBODY}
        value={name}
        onChange={setName}
      />
      <List key={`${name}#${turn}`} communityId={communityId} />
      <Card>
        <Row label="党员岗位" value="看看、认领" onTap={() => open('projects', 'posts', { communityId })} />
        <Row label="驻区单位" onTap={() => open('units', 'list', { communityId })} />
      </Card>
    </Page>
  );
}
