import { Text } from '@tarojs/components';
import { useState } from 'react';
import { satisfaction } from '@gongzhi/shared/satisfaction/contract';
import { call } from '../../kernel/call';
import { ListState } from '../../kernel/ui/list-state';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Sheet } from '../../kernel/ui/sheet';
import { useLoaded } from '../../kernel/use-loaded';

interface At {
  communityId: string;
  roundId: string;
}
const HOW =
  '打给社区，把下面的答题码念给工作人员。他逐题问您、替您填，填完念给您听，您说对了他才能交。这个码只能用一次；不想让人代填，就不要给别人。';

function Code({ at, close }: { at: At; close: () => void }) {
  const { loaded, reload } = useLoaded(`code ${at.roundId}`, () => call(satisfaction.readCode, at));
  return (
    <Sheet title="用电话告诉社区" words={HOW} onClose={close}>
      <ListState loaded={loaded} retry={reload}>
        {({ code }) => <Text className="code-large">{code}</Text>}
      </ListState>
    </Sheet>
  );
}

/** Says it to a worker instead: whoever has the code may enter the answer, so that it is shown when it is asked for. */
export function ByPhone({ at }: { at: At }) {
  const [shows, setShows] = useState(false);
  return (
    <>
      <Text className="block small">不方便自己填，可以打电话，由社区工作人员替您填。</Text>
      <PrimaryButton kind="plain" label="用电话告诉社区" onTap={() => setShows(true)} />
      {shows ? <Code at={at} close={() => setShows(false)} /> : null}
    </>
  );
}
