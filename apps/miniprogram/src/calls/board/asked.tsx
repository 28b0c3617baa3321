import { Text } from '@tarojs/components';
import { useState } from 'react';
import { calls } from '@gongzhi/shared/calls/contract';
import { call } from '../../kernel/call';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { usePages } from '../../kernel/use-pages';
import { memberRow } from './model';
import type { At } from './use-board';

function Names({ at }: { at: At }) {
  const { loaded, reload, more } = usePages(`asked ${at.callId}`, (cursor) =>
    call(calls.listAnswers, { ...at, ...(cursor ? { cursor } : {}) }),
  );
  return (
    <ListState
      loaded={loaded}
      retry={reload}
      isEmpty={({ items, next }) => items.length === 0 && !next}
      empty={{ words: '这次没有召集到您能看的党员。' }}
    >
      {({ items, next }) => (
        <Card>
          {items.map((one) => (
            <Row key={one.personId} {...memberRow(one)} />
          ))}
          {next ? <PrimaryButton kind="plain" label="看后面的" busy={loaded.loading} onTap={more} /> : null}
          <PrimaryButton kind="plain" label="刷新回复" busy={loaded.loading} onTap={reload} />
        </Card>
      )}
    </ListState>
  );
}

/** Everybody who was asked, by name; asked for only when it is wanted, for each reading is written down. `words`: whose names. */
export function Asked({ at, words }: { at: At; words: string }) {
  const [wanted, setWanted] = useState(false);
  return (
    <>
      <Text className="heading">{words}</Text>
      {wanted ? (
        <Names at={at} />
      ) : (
        <Card>
          <Text className="block small">查看姓名会留下记录，党员本人看得到。</Text>
          <PrimaryButton kind="plain" label="看姓名和回复" onTap={() => setWanted(true)} />
        </Card>
      )}
    </>
  );
}
