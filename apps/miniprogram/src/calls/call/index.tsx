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

/** One call of one’s own: what it is for, saying to come or not, arriving and leaving. */
export default function MyCall() {
  const at = useParams('calls', 'call');
  const { personId = '' } = usePresence();
  const { loaded, reload, check, checking } = useCall(at);
  const { busy, act } = useAct(reload);
  const waiting = useStore(queue);
  const [sheet, setSheet] = useState<Way | 'own'>();
  const close = () => setSheet(undefined);
  const value = loaded.value && { ...loaded.value, ...standOf(loaded.value, waiting, personId) };
  const now = new Date(Date.now() + (value?.pass.ahead ?? 0));
  const way = value && scanOf(value, now);
  const primary = (): PageProps['primary'] => {
    if (!value) return undefined;
    if (way) return { label: WAY_WORDS[way], busy: checking, onTap: () => setSheet(way) };
    if (!answersOf(value, now).includes('coming')) return undefined;
    return { label: '我能来', busy, onTap: () => sayOf(at.communityId, value, act)('coming') };
  };
  const action = primary();
  const scanned = async (code: string) => {
    if (value && (sheet === 'in' || sheet === 'out') && (await check(value, sheet, code))) close();
  };
  return (
    <Page title="召集" {...(action ? { primary: action } : {})}>
      <ListState loaded={loaded} retry={reload}>
        {() =>
          value ? (
            <>
              <CallCard
                call={value.call}
                now={now}
                tag={value.call.status === 'cancelled' ? callTag(value.call, now) : ANSWER_WORDS[value.answer]}
              />
              <Card>
                <Paragraphs text={value.about} />
              </Card>
              <Facts mine={value} />
              {showsCode(value) && value.pass.key ? (
                <PrimaryButton kind="plain" label="出示我的服务码" onTap={() => setSheet('own')} />
              ) : null}
              <AnswerButtons mine={value} now={now} busy={busy} say={sayOf(at.communityId, value, act)} skip="coming" />
            </>
          ) : null
        }
      </ListState>
      {sheet === 'in' || sheet === 'out' ? (
        <CodeSheet
          title={WAY_WORDS[sheet]}
          words="请扫召集人手机上的签到码。"
          typed={SIX_DIGITS}
          busy={checking}
          onCode={(code) => void scanned(code)}
          onClose={close}
        />
      ) : null}
      {sheet === 'own' && value?.pass.key ? (
        <OwnCodeSheet
          pass={value.pass.key}
          who={{ shiftId: at.callId, personId }}
          ahead={value.pass.ahead}
          onClose={close}
        />
      ) : null}
    </Page>
  );
}
