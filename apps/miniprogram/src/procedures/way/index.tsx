import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { AFFAIRS } from '@gongzhi/shared/procedures/affairs';
import { procedures } from '@gongzhi/shared/procedures/contract';
import type { Way } from '@gongzhi/shared/procedures/model';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import type { PrimaryButtonProps } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { Tag } from '../../kernel/ui/tag';
import { useAct } from '../../kernel/use-act';
import { useLoaded } from '../../kernel/use-loaded';
import { useRolesIn } from '../../kernel/use-roles';
import { FORCE_WORDS, sourceWords } from '../words';
import { actionOf, correctable, mayAnswer, mayChoose, mayObjectHere, nextWords } from './model';
import { Objections } from './objections';
import { Records } from './records';
import { Sheets, type Asked } from './sheets';
import { Stages } from './stages';

type At = { communityId: string; proposalId: string };

function Head({ way, at, chooses }: { way: Way; at: At; chooses: boolean }) {
  return (
    <Card>
      <View className="between">
        <Text className="strong">{way.name}</Text>
        <Tag label={FORCE_WORDS[way.force]} tone={way.force === 'advisory' ? 'plain' : 'active'} />
      </View>
      <Text className="block small">{sourceWords(way)}</Text>
      {way.chosen ? null : <Text className="block small">还没有人为这件事选程序，现按社区议事会的程序走。</Text>}
      <Row label="事务类别" value={way.kind ? AFFAIRS[way.kind].name : '还没有分类'} />
      {chooses ? (
        <Row
          label={way.mayBeginAnew ? '重新选定程序' : '分类和选程序'}
          onTap={() => open('procedures', 'affairs', at)}
        />
      ) : (
        <Row label="五类事务怎么办" onTap={() => open('procedures', 'affairs', { communityId: at.communityId })} />
      )}
      <Row label="社区定的期限" onTap={() => open('procedures', 'rules', { communityId: at.communityId })} />
    </Card>
  );
}

function Corrections({ way, ask }: { way: Way; ask: (asked: Asked) => void }) {
  const gates = correctable(way, useRolesIn(useParams('procedures', 'way').communityId));
  if (gates.length === 0) return null;
  return (
    <Card>
      {gates.map((gate) => (
        <Row key={gate.gateId} label={`更正“${gate.name}”`} onTap={() => ask({ kind: 'correct', gate })} />
      ))}
    </Card>
  );
}

/** The way of a matter: where it stands, what is next and why not yet, by what each step was passed. */
export default function WayPage() {
  const at = useParams('procedures', 'way');
  const { loaded, reload } = useLoaded(at.proposalId, () => call(procedures.readWay, at));
  const roles = useRolesIn(at.communityId);
  const [asked, setAsked] = useState<Asked>();
  const { busy, act } = useAct(reload);
  useDidShow(reload);
  const way = loaded.value;
  const action = way && actionOf(way, roles);
  const primary = (): PrimaryButtonProps | undefined => {
    if (action?.kind === 'open-vote') return { label: action.label, onTap: () => open('votes', 'open-vote', at) };
    if (action) return { label: action.label, onTap: () => setAsked(action as Asked) };
    return way && mayObjectHere(way, roles)
      ? { label: '我有异议', onTap: () => setAsked({ kind: 'object' }) }
      : undefined;
  };
  const first = primary();
  return (
    <Page title="程序" {...(first ? { primary: first } : {})}>
      <ListState loaded={loaded} retry={reload}>
        {(value) => (
          <>
            <Banner tone="note" title="下一步" words={nextWords(value)} />
            <Head way={value} at={at} chooses={mayChoose(value, roles)} />
            <Stages way={value} />
            {roles.length > 0 && value.stages.some(({ gates }) => gates.some(({ kind }) => kind === 'publicity')) ? (
              <Objections at={at} way={value} answers={mayAnswer(value, roles)} done={reload} />
            ) : null}
            <Corrections way={value} ask={setAsked} />
            <Records at={at} way={value} />
          </>
        )}
      </ListState>
      {asked ? <Sheets at={at} asked={asked} busy={busy} act={act} onClose={() => setAsked(undefined)} /> : null}
    </Page>
  );
}
