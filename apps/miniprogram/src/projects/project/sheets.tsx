import { useState } from 'react';
import { projects } from '@gongzhi/shared/projects/contract';
import { Segmented } from '../../kernel/ui/segmented';
import { Sheet } from '../../kernel/ui/sheet';
import { TextSheet } from '../../kernel/ui/text-sheet';
import { useAct } from '../../kernel/use-act';

const NAMED = [
  { value: 'no', label: '不显示我的名字' },
  { value: 'yes', label: '显示我的名字' },
] as const;
const TOLD = {
  step: {
    ...{ route: projects.tellStep, title: '写一步进展', words: '大家都能看到。', label: '进展', max: 200 },
    ...{ confirm: '公布进展', said: '已公布。' },
  },
  finish: {
    ...{ route: projects.finishProject, title: '完成项目', label: '结果', max: 500, confirm: '完成' },
    ...{ words: '写做成了什么，大家都能看到。完成以后不能再改。', said: '项目完成了。' },
  },
  cancel: {
    ...{ route: projects.cancelProject, title: '取消项目', label: '原因', max: 100, confirm: '取消项目' },
    ...{ words: '大家都能看到原因，需求重新等人认领。', said: '已取消。' },
  },
} as const;
export type Doing = keyof typeof TOLD | 'join';
type At = { communityId: string; projectId: string };

function JoinSheet({ at, done }: { at: At; done: () => void }) {
  const [named, setNamed] = useState<'yes' | 'no'>('no');
  const { busy, act } = useAct(done);
  const join = () => void act(projects.joinProject, { ...at, named: named === 'yes' }, '您已参加，负责人会安排。');
  return (
    <Sheet
      title="参加这个项目"
      words="不记名次，可以随时退出。要记服务时长，请报名项目的志愿活动。"
      onClose={done}
      confirm={{ label: '参加', busy, onTap: join }}
    >
      <Segmented label="要不要显示名字" options={NAMED} value={named} onChange={setNamed} />
    </Sheet>
  );
}

/** Whatever is being done with a project, over its page. */
export function ProjectSheet({ at, doing, done }: { at: At; doing: Doing | undefined; done: () => void }) {
  const { busy, act } = useAct(() => undefined);
  if (doing === undefined) return null;
  if (doing === 'join') return <JoinSheet at={at} done={done} />;
  const { route, said, ...shown } = TOLD[doing];
  return <TextSheet {...shown} busy={busy} onConfirm={(words) => act(route, { ...at, words }, said)} onClose={done} />;
}
