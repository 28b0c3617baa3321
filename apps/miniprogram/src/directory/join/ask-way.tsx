import { Text } from '@tarojs/components';
import { useState } from 'react';
import { directory } from '@gongzhi/shared/directory/contract';
import type { AskedAs, JoinRequest } from '@gongzhi/shared/directory/model';
import { call } from '../../kernel/call';
import { Banner } from '../../kernel/ui/banner';
import { Field } from '../../kernel/ui/field';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { useLoaded } from '../../kernel/use-loaded';
import { askedWords } from './model';
import { useJoining } from './use-joining';

function Asked({ request }: { request: JoinRequest }) {
  const [tone, title] =
    request.state === 'waiting' ? (['waiting', '正在核对'] as const) : (['danger', '没有通过'] as const);
  return <Banner tone={tone} title={title} words={askedWords(request)} />;
}

/** Asking a worker: the door, who one is, and whether one lives there or owns it. */
export function AskWay({ communityId, displayName, as }: { communityId: string; displayName: string; as: AskedAs }) {
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
          {as === 'owner' ? (
            <Text className="block">
              请填您名下的一套房。社区核对产权证明后，您可以参加业主表决：您名下全部房屋的面积合在一起，人数计一位。
            </Text>
          ) : null}
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
              void join(
                () => call(directory.askToJoin, { communityId, displayName, ...door, as }),
                '申请已提交。',
                reload,
              )
            }
          />
        </>
      )}
    </>
  );
}
