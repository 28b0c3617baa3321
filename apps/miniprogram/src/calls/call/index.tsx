import { Text } from '@tarojs/components';
import { useState } from 'react';
import { useParams } from '../../kernel/navigate';
import { queue } from '../../kernel/queue';
import { CodeSheet, SIX_DIGITS } from '../../kernel/service/code-sheet';
import { WAY_WORDS, type Way } from '../../kernel/service/check-words';
import { OwnCodeSheet } from '../../kernel/service/own-code';
import { timeOfDay } from '../../kernel/service/time-words';
import { usePresence } from '../../kernel/standing';
import { useStore } from '../../kernel/store';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page, type PageProps } from '../../kernel/ui/page';
import { Paragraphs } from '../../kernel/ui/paragraphs';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { useAct } from '../../kernel/use-act';
import { AnswerButtons, sayOf } from '../answer-buttons';
import { CallCard } from '../call-card';
import { answersOf, scanOf, showsCode, standOf } from '../stand';
import { ANSWER_WORDS, callTag, QUIET_WORDS, skillWords } from '../words';
import { useCall, type CallValue } from './use-call';

function Facts({ mine }: { mine: CallValue }) {
  const { place, call, skills } = mine;
  const facts = [
    ...(place?.inAt ? [`${timeOfDay(place.inAt)} 已签到`] : []),
    ...(place?.outAt ? [`${timeOfDay(place.outAt)} 已签退`] : []),
    ...(skills.length > 0 ? [`需要会：${skills.map(skillWords).join('、')}`] : []),
    ...(call.quiet ? [QUIET_WORDS] : []),
    '召集人和您的支部书记能看到您的姓名和回复；谁看过，在“党员报到”里查得到。',
  ];
  return (
    <Card>
      {facts.map((fact) => (
        <Text key={fact} className="block small">
          {fact}
        </Text>
      ))}
    </Card>
  );
}

interface SheetsProps {
  value: CallValue;
  personId: string;
  sheet: Way | 'own' | undefined;
  checking: boolean;
  scanned: (way: Way, code: string) => void;
  close: () => void;
}
/** What is open over the page: reading the code of whoever called, or showing one’s own. */
function Sheets({ value: { pass, call }, personId, sheet, checking, scanned, close }: SheetsProps) {
  if (sheet === undefined) return null;
  if (sheet === 'own') {
    const who = { shiftId: call.callId, personId };
    return pass.key ? <OwnCodeSheet pass={pass.key} who={who} ahead={pass.ahead} onClose={close} /> : null;
  }
  return (
    <CodeSheet
      title={WAY_WORDS[sheet]}
      words="请扫召集人手机上的签到码。"
      typed={SIX_DIGITS}
      busy={checking}
      onCode={(code) => scanned(sheet, code)}
      onClose={close}
    />
  );
}

interface WholeProps {
  value: CallValue;
  now: Date;
  busy: boolean;
  say: (says: 'coming' | 'cannot') => void;
  showCode: () => void;
}
function Whole({ value, now, busy, say, showCode }: WholeProps) {
  const { call, answer, about, pass } = value;
  const tag = call.status === 'cancelled' ? callTag(call, now) : ANSWER_WORDS[answer];
  return (
    <>
      <CallCard call={call} now={now} tag={tag} />
      <Card>
        <Paragraphs text={about} />
      </Card>
      <Facts mine={value} />
      {showsCode(value) && pass.key ? <PrimaryButton kind="plain" label="出示我的服务码" onTap={showCode} /> : null}
      <AnswerButtons mine={value} now={now} busy={busy} say={say} skip="coming" />
    </>
  );
}

/** The time by the server’s clock, as far as the phone knows it. */
const nowBy = (value: CallValue | undefined): Date => new Date(Date.now() + (value?.pass.ahead ?? 0));

/** One call of one’s own: what it is for, saying to come or not, arriving and leaving. */
function Own({ at, personId }: { at: { communityId: string; callId: string }; personId: string }) {
  const { loaded, reload, check, checking } = useCall(at);
  const { busy, act } = useAct(reload);
  const waiting = useStore(queue);
  const [sheet, setSheet] = useState<Way | 'own'>();
  const close = () => setSheet(undefined);
  const standing = (value: CallValue): CallValue => ({ ...value, ...standOf(value, waiting, personId) });
  const value = loaded.value && standing(loaded.value);
  const now = nowBy(value);
  const say = value && sayOf(at.communityId, value, act);
  const scanned = async (way: Way, code: string) => {
    if (value && (await check(value, way, code))) close();
  };
  const primary = value && say && actionOf(value, now, { busy, checking, say, scan: setSheet });
  return (
    <Page title="召集" {...(primary ? { primary } : {})}>
      <ListState loaded={loaded} retry={reload}>
        {() => (value && say ? <Whole {...{ value, now, busy, say }} showCode={() => setSheet('own')} /> : null)}
      </ListState>
      {value ? (
        <Sheets {...{ value, personId, sheet, checking, close }} scanned={(way, code) => void scanned(way, code)} />
      ) : null}
    </Page>
  );
}

/** The one thing to do now: the scan that is due, or saying to come. */
const actionOf = (
  value: CallValue,
  now: Date,
  does: { busy: boolean; checking: boolean; say: (says: 'coming') => void; scan: (way: Way) => void },
): PageProps['primary'] => {
  const way = scanOf(value, now);
  if (way) return { label: WAY_WORDS[way], busy: does.checking, onTap: () => does.scan(way) };
  if (!answersOf(value, now).includes('coming')) return undefined;
  return { label: '我能来', busy: does.busy, onTap: () => does.say('coming') };
};

export default function MyCall() {
  const at = useParams('calls', 'call');
  const { personId = '' } = usePresence();
  return <Own at={at} personId={personId} />;
}
