import { Text } from '@tarojs/components';
import { useState } from 'react';
import { scorecards } from '@gongzhi/shared/scorecards/contract';
import type { CardHead } from '@gongzhi/shared/scorecards/model';
import { quarterWords } from '@gongzhi/shared/scorecards/quarters';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { toast } from '../../kernel/toast';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { Segmented } from '../../kernel/ui/segmented';
import { IntervalBar, Scale } from '../interval-chart';
import { SubjectChoice } from '../subject-choice';
import { cardTitle, serviceIn, totalWords, type Subject } from '../words';
import { SHOWN, apartWords, byName, chosenWords, lastQuarters, missing, type Place } from './model';
import { useStreet } from './use-street';

function Community({ place }: { place: Place & { cards: readonly CardHead[] } }) {
  const { communityId, name, cards } = place;
  return (
    <Card>
      <Text className="block strong">{name}</Text>
      {cards.length === 0 ? <Text className="block small">这一年还没有记分卡。</Text> : null}
      {cards.map(({ quarter, total }) => (
        <IntervalBar key={quarter} label={quarterWords(quarter)} total={total} />
      ))}
      {cards.map(({ quarter, service, total }) => (
        <Row
          key={quarter}
          label={quarterWords(quarter)}
          value={totalWords(total).sum}
          onTap={() => open('scorecards', 'card', { communityId, quarter, ...(service ? { service } : {}) })}
        />
      ))}
    </Card>
  );
}

/** The first of them, and more when somebody wants to see them. */
function Communities({ all }: { all: ReturnType<typeof byName> }) {
  const [shown, setShown] = useState(SHOWN);
  const left = all.length - shown;
  return (
    <>
      {all.slice(0, shown).map((place) => (
        <Community key={place.communityId} place={place} />
      ))}
      {left > 0 ? (
        <PrimaryButton
          kind="plain"
          label={`再看 ${Math.min(left, SHOWN)} 个社区`}
          onTap={() => setShown(shown + SHOWN)}
        />
      ) : null}
    </>
  );
}

/** Makes the cards that are missing, one after another; what is made stays when one cannot be. */
const useMaking = (quarter: string, subject: Subject, done: () => void) => {
  const [busy, setBusy] = useState(false);
  const make = async (places: readonly Place[]) => {
    setBusy(true);
    for (const { communityId } of places) {
      const outcome = await call(scorecards.makeCard, { communityId, quarter, ...serviceIn(subject) });
      if (!outcome.ok) {
        toast(outcome.says);
        break;
      }
    }
    setBusy(false);
    done();
  };
  return { busy, make };
};

/** The street's communities over a year with what each figure may err by; compared only where that allows it. */
export default function Street() {
  const { streetId } = useParams('scorecards', 'street');
  const [quarters] = useState(() => lastQuarters(new Date()));
  const [quarter, choose] = useState(quarters[0] ?? '');
  const [subject, look] = useState<Subject>('community');
  const { loaded, reload } = useStreet(streetId, quarters, subject);
  const { busy, make } = useMaking(quarter, subject, reload);
  const { places = [], cards = [] } = loaded.value ?? {};
  const ofQuarter = cards.filter((card) => card.quarter === quarter);
  const left = missing(places, ofQuarter);
  const primary = { label: `做${cardTitle(quarter, subject)}`, busy, onTap: () => void make(left) };
  return (
    <Page
      title="各社区记分卡"
      {...(loaded.value && left.length > 0
        ? { primary, why: `还有 ${left.length} 个社区没有做，做好以后不再改。` }
        : {})}
    >
      <Card>
        <Row
          label="怎么考核"
          value="指标和权重"
          onTap={() => open('scorecards', 'scheme', { streetId, ...serviceIn(subject) })}
        />
        <Row label="履职事项清单" onTap={() => open('scorecards', 'duties', { streetId })} />
      </Card>
      <SubjectChoice subject={subject} choose={look} />
      <Segmented label="季度" options={quarters.map(chosenWords)} value={quarter} onChange={choose} />
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ places: all }) => all.length === 0}
        empty={{ words: '这个街道还没有开通社区。' }}
      >
        {(value) => (
          <>
            <Card>
              <Text className="block strong">{quarterWords(quarter)}放在一起看</Text>
              {apartWords(value.places, ofQuarter).map((words) => (
                <Text key={words} className="block">
                  {words}
                </Text>
              ))}
              <Scale />
            </Card>
            <Communities all={byName(value.places, value.cards)} />
          </>
        )}
      </ListState>
    </Page>
  );
}
