import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { projects } from '@gongzhi/shared/projects/contract';
import { call } from '../../kernel/call';
import { useParams } from '../../kernel/navigate';
import { platform } from '../../kernel/platform/platform';
import { toast } from '../../kernel/toast';
import { Page } from '../../kernel/ui/page';
import { Segmented } from '../../kernel/ui/segmented';
import { useRolesIn } from '../../kernel/use-roles';
import { Nominations, WaitingNeeds, WaitingResources } from './sections';

const LISTS = { nominations: Nominations, needs: WaitingNeeds, resources: WaitingResources } as const;
type Name = keyof typeof LISTS;
const OPTIONS: { value: Name; label: string }[] = [
  { value: 'nominations', label: '岗位认领' },
  { value: 'needs', label: '居民需求' },
  { value: 'resources', label: '单位资源' },
];

const usePrinting = (communityId: string) => {
  const [busy, setBusy] = useState(false);
  const print = async () => {
    setBusy(true);
    const table = await call(projects.printNeeds, { communityId });
    setBusy(false);
    if (!table.ok) return toast(table.says);
    const { fileName, mediaType, base64 } = table.value;
    await platform.files.open({ name: fileName, mediaType, base64 });
  };
  return { label: '打印需求表', kind: 'plain', busy, onTap: () => void print() } as const;
};

/** What waits for a worker or a branch secretary, and the table of needs for printing. */
export default function Confirm() {
  const { communityId } = useParams('projects', 'confirm');
  const worker = useRolesIn(communityId).includes('worker');
  const [name, setName] = useState<Name>('nominations');
  const [turn, setTurn] = useState(0);
  const primary = usePrinting(communityId);
  useDidShow(() => setTurn((before) => before + 1));
  const List = LISTS[name];
  return (
    <Page title="认领和审核" primary={primary}>
      {worker ? <Segmented label="看哪一类" options={OPTIONS} value={name} onChange={setName} /> : null}
      <List key={`${name}#${turn}`} communityId={communityId} />
    </Page>
  );
}
