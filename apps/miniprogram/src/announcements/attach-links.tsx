import { Text } from '@tarojs/components';
import { useState } from 'react';
import { LINKED, MOST, type Link, type Linked } from '@gongzhi/shared/announcements/model';
import { councils } from '@gongzhi/shared/councils/contract';
import { meetings } from '@gongzhi/shared/meetings/contract';
import { volunteering } from '@gongzhi/shared/volunteering/contract';
import { votes } from '@gongzhi/shared/votes/contract';
import type { Outcome } from '../kernel/answer-of';
import { call } from '../kernel/call';
import { Card } from '../kernel/ui/card';
import { ListState } from '../kernel/ui/list-state';
import { PickOne } from '../kernel/ui/pick-one';
import type { Pickable } from '../kernel/ui/pick-one/model';
import { PrimaryButton } from '../kernel/ui/primary-button';
import { Row } from '../kernel/ui/row';
import { Segmented } from '../kernel/ui/segmented';
import { useLoaded } from '../kernel/use-loaded';
import { fromComing, fromMeetings, fromProposals, fromVotes, KIND_OPTIONS, withLink } from './attach/model';

const listed = async <T,>(
  asked: Promise<Outcome<{ items: T[] }>>,
  from: (items: readonly T[]) => Pickable[],
): Promise<Outcome<Pickable[]>> => {
  const outcome = await asked;
  return outcome.ok ? { ok: true, value: from(outcome.value.items) } : outcome;
};
/** What there is of each kind, the newest of it or what comes next. */
const ASK: Readonly<Record<Linked, (communityId: string) => Promise<Outcome<Pickable[]>>>> = {
  proposal: (communityId) => listed(call(councils.listProposals, { communityId }), fromProposals),
  vote: (communityId) => listed(call(votes.listVotes, { communityId }), fromVotes),
  activity: (communityId) => listed(call(volunteering.listComing, { communityId }), fromComing),
  meeting: (communityId) => listed(call(meetings.listMeetings, { communityId }), fromMeetings),
};

function Pick(props: { communityId: string; to: Linked; onPick: (picked: Pickable) => void }) {
  const { communityId, to, onPick } = props;
  const { loaded, reload } = useLoaded(`attach ${to} ${communityId}`, () => ASK[to](communityId));
  return (
    <ListState
      loaded={loaded}
      retry={reload}
      isEmpty={(all) => all.length === 0}
      empty={{ words: `现在没有可以附上的${LINKED[to]}。` }}
    >
      {(all) => (
        <PickOne
          label={`附上哪一个${LINKED[to]}`}
          hint="打名称里的几个字；列出的是最近的二十个"
          all={all}
          onPick={onPick}
        />
      )}
    </ListState>
  );
}

/** What is attached: pages of this product, picked from lists; the house keeps no files. */
export function AttachLinks(props: { communityId: string; links: readonly Link[]; onChange: (links: Link[]) => void }) {
  const { communityId, links, onChange } = props;
  const [picking, setPicking] = useState(false);
  const [to, setTo] = useState<Linked>('proposal');
  const add = (picked: Pickable) => {
    setPicking(false);
    onChange(withLink(links, to, picked));
  };
  return (
    <>
      <Text className="heading">附上</Text>
      {links.length > 0 ? (
        <Card>
          {links.map((one) => (
            <Row
              key={one.id}
              label={`${LINKED[one.to]}：${one.label}`}
              value="拿掉"
              onTap={() => onChange(links.filter(({ id }) => id !== one.id))}
            />
          ))}
        </Card>
      ) : null}
      {picking ? (
        <>
          <Segmented label="附上什么" options={KIND_OPTIONS} value={to} onChange={setTo} />
          <Pick communityId={communityId} to={to} onPick={add} />
        </>
      ) : null}
      {!picking && links.length < MOST.links ? (
        <PrimaryButton kind="plain" label="附上事项、表决、活动或会议" onTap={() => setPicking(true)} />
      ) : null}
    </>
  );
}
