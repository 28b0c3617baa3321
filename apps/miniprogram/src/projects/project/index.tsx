import { Text } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { projects } from '@gongzhi/shared/projects/contract';
import { call } from '../../kernel/call';
import { useParams } from '../../kernel/navigate';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { useAct } from '../../kernel/use-act';
import { useLoaded } from '../../kernel/use-loaded';
import { useRolesIn } from '../../kernel/use-roles';
import { Service } from '../service';
import { isOver, primaryOf } from './model';
import { About, Members, Steps } from './sections';
import { ProjectSheet, type Doing } from './sheets';

/** A project: of what it was made, who takes part, how far it is, what came of it. */
export default function ProjectPage() {
  const at = useParams('projects', 'project');
  const member = useRolesIn(at.communityId).length > 0;
  const [doing, setDoing] = useState<Doing>();
  const [turn, setTurn] = useState(0);
  const { loaded, reload } = useLoaded(at.projectId, () => call(projects.readProject, at));
  const again = () => {
    setDoing(undefined);
    setTurn((before) => before + 1);
    reload();
  };
  const { busy, act } = useAct(again);
  useDidShow(again);
  const what = loaded.value && primaryOf(loaded.value, member);
  const leave = () => void act(projects.leaveProject, at, '您已退出。');
  const BUTTONS = {
    step: { label: '写一步进展', onTap: () => setDoing('step') },
    join: { label: '我要参加', onTap: () => setDoing('join') },
    leave: { label: '退出项目', kind: 'plain', busy, onTap: leave },
  } as const;
  return (
    <Page title="共建项目" {...(what ? { primary: BUTTONS[what] } : {})}>
      <ListState loaded={loaded} retry={reload}>
        {(project) => (
          <>
            <About communityId={at.communityId} project={project} />
            <Text className="heading">进展</Text>
            <Steps key={`s${turn}`} at={at} />
            {project.led && !isOver(project) ? (
              <>
                <PrimaryButton kind="plain" label="完成项目" onTap={() => setDoing('finish')} />
                <PrimaryButton kind="plain" label="取消项目" onTap={() => setDoing('cancel')} />
              </>
            ) : null}
            <Service {...at} member={member && !isOver(project)} />
            {member && project.members > 0 ? (
              <>
                <Text className="heading">参加的人</Text>
                <Members key={`m${turn}`} at={at} count={project.members} />
              </>
            ) : null}
          </>
        )}
      </ListState>
      <ProjectSheet at={at} doing={doing} done={again} />
    </Page>
  );
}
