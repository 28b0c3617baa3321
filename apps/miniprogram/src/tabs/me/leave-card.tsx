import { useState } from 'react';
import { directory } from '@gongzhi/shared/directory/contract';
import type { Belonging } from '../../kernel/standing-core';
import { Card } from '../../kernel/ui/card';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Sheet } from '../../kernel/ui/sheet';
import { useAct } from '../../kernel/use-act';

/** The way out of a community, for whoever moved away. `done` after somebody left. */
export function LeaveCard({ belonging: { scope, name, roles }, done }: { belonging: Belonging; done: () => void }) {
  const [asked, setAsked] = useState(false);
  const { busy, act } = useAct(done);
  if (scope.length !== 12 || roles.includes('supervisor')) return null;
  const leave = async () => {
    if (await act(directory.leaveCommunity, { communityId: scope }, '已经退出。搬回来时可以再加入。')) setAsked(false);
  };
  return (
    <Card>
      <PrimaryButton kind="plain" label={`退出${name}`} onTap={() => setAsked(true)} />
      {asked ? (
        <Sheet
          title={`退出${name}？`}
          words="搬走了可以退出。退出以后，这里的职责和业主身份都没有了，不能再提议和表决；已经投的票、提过的建议都还在。"
          onClose={() => setAsked(false)}
          confirm={{ label: '确认退出', kind: 'danger', busy, onTap: () => void leave() }}
        />
      ) : null}
    </Card>
  );
}
