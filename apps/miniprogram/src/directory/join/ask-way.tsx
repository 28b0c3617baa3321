import { useState } from 'react';
import { directory } from '@gongzhi/shared/directory/contract';
import type { JoinRequest } from '@gongzhi/shared/directory/model';
import { call } from '../../kernel/call';
import { Banner } from '../../kernel/ui/banner';
import { Field } from '../../kernel/ui/field';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { useLoaded } from '../../kernel/use-loaded';
import { useJoining } from './use-joining';

function Asked({ request }: { request: JoinRequest }) {
  const { building, unit, room } = request.household;
  if (request.state === 'waiting')
    return (
      <Banner
        tone="waiting"
        title="正在核对"
        words={`您申请加入${building}${unit}${room}，社区工作者正在核对。结果会出现在这里。`}
      />
    );
  return (
    <Banner
      tone="danger"
      title="没有通过"
      words={`理由：${request.reason ?? '未写明'}。可以核对后再申请，或到社区服务站办理。`}
    />
  );
}

/** Asking a worker: the door, and who one is. */
export function AskWay({ communityId, displayName }: { communityId: string; displayName: string }) {
  const [door, setDoor] = useState({ building: '', unit: '', room: '' });
  const { busy, failure, join } = useJoining();
  const { loaded, reload } = useLoaded(communityId, () => call(directory.readMyJoinRequest, { communityId }));
  const request = loaded.value;
  const complete = displayName.trim() !== '' && Object.values(door).every((words) => words.trim() !== '');
  return (
    <>
      {request && request.state !== 'confirmed' ? <Asked request={request} /> : null}
      {request?.state === 'waiting' ? null : (
        <>
          <Field
            label="楼栋"
            placeholder="如 3号楼"
            value={door.building}
            onChange={(building) => setDoor({ ...door, building })}
          />
          <Field
            label="单元"
            placeholder="如 2单元"
            value={door.unit}
            onChange={(unit) => setDoor({ ...door, unit })}
          />
          <Field label="房号" placeholder="如 501" value={door.room} onChange={(room) => setDoor({ ...door, room })} />
          {failure ? <Banner tone="danger" title="没有提交成功" words={failure} /> : null}
          <PrimaryButton
            label="提交申请"
            busy={busy}
            disabled={!complete}
            onTap={() =>
              void join(() => call(directory.askToJoin, { communityId, displayName, ...door }), '申请已提交。', reload)
            }
          />
        </>
      )}
    </>
  );
}
