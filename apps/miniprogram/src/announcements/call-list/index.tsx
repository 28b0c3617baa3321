import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { announcements } from '@gongzhi/shared/announcements/contract';
import {
  OUTCOME_WORDS,
  type CallOutcome,
  type Row as Household,
  type ToSay,
} from '@gongzhi/shared/announcements/model';
import { spanOf } from '@gongzhi/shared/announcements/span-of';
import { timeInWords } from '@gongzhi/shared/kernel/time';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { Tag } from '../../kernel/ui/tag';
import { useAct } from '../../kernel/use-act';
import { useLoaded } from '../../kernel/use-loaded';
import { adultsWords, needWords, tallyWords } from '../words';

interface Doing {
  busy: boolean;
  take: (row: string) => void;
  settle: (row: string, outcome: CallOutcome) => void;
}
const OUTCOMES: readonly CallOutcome[] = ['phone', 'door', 'absent'];
/** Households shown at first: those in most need come first, and a page's first picture stays small. */
const FEW = 10;

/** A household: whoever takes it has it for half an hour; what came of it is one tap. */
function RowCard({ row, withdrawn, doing }: { row: Household; withdrawn: boolean; doing: Doing }) {
  const { door, needs, hand, absent, again } = row;
  const { busy, take, settle } = doing;
  return (
    <Card>
      <Text className="block strong">{door}</Text>
      {needs.length > 0 ? (
        <View>
          <Tag label={needWords(needs)} tone="waiting" />
        </View>
      ) : null}
      {again ? (
        <View>
          <Tag label={withdrawn ? '告诉过，请说一声已经取消' : '更正前告诉过，请再说一次'} tone="waiting" />
        </View>
      ) : null}
      <Text className="block">{adultsWords(row)}</Text>
      {absent > 0 ? <Text className="block small">{`找过 ${absent} 次，没有人。`}</Text> : null}
      {hand === 'taken' ? <Text className="block small">同事正在联系这一户。</Text> : null}
      {hand === 'free' ? <PrimaryButton kind="plain" label="我来联系" busy={busy} onTap={() => take(row.row)} /> : null}
      {hand === 'mine'
        ? OUTCOMES.map((outcome) => (
            <PrimaryButton
              key={outcome}
              kind="plain"
              label={OUTCOME_WORDS[outcome]}
              busy={busy}
              onTap={() => settle(row.row, outcome)}
            />
          ))
        : null}
    </Card>
  );
}

/** What is to be said now, also to those who heard otherwise before it was corrected. */
function ToSayCard({ said, onTap }: { said: ToSay; onTap: () => void }) {
  const { title, place, correctedAt, withdrawn } = said;
  const span = spanOf(said);
  return (
    <Card>
      <Text className="block strong">{title}</Text>
      {withdrawn === undefined ? null : <Banner tone="note" title="已撤回，只联系告诉过的住户" words={withdrawn} />}
      {correctedAt && withdrawn === undefined ? (
        <View>
          <Tag label={`${timeInWords(correctedAt)}更正过`} tone="waiting" />
        </View>
      ) : null}
      {span ? <Row label="时间" value={span} /> : null}
      {place ? <Row label="地点" value={place} /> : null}
      <Row label="看通知全文" onTap={onTap} />
    </Card>
  );
}

/** Households that were not reached, worked off together; what was done is off the list. */
export default function CallList() {
  const at = useParams('announcements', 'call-list');
  const { loaded, reload, load } = useLoaded(`call list ${at.announcementId}`, () => call(announcements.listRows, at));
  const { busy, act } = useAct(reload);
  const [shown, setShown] = useState(FEW);
  const doing: Doing = {
    busy,
    take: (row) => void act(announcements.takeRow, { ...at, row }, '这半小时由您联系。'),
    settle: (row, outcome) =>
      void act(
        announcements.settleRow,
        { ...at, row, outcome },
        outcome === 'absent' ? '记下了，以后再联系。' : '记下了。',
      ),
  };
  return (
    <Page title="还要联系的住户">
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: '这里没有要联系的住户了。' }}
      >
        {({ items, next, tally, ...said }) => (
          <>
            <ToSayCard said={said} onTap={() => open('announcements', 'announcement', at)} />
            <Card>
              <Text className="block small">{tallyWords(tally)}</Text>
              <Text className="block small">“可能是独居老人”是按名册推测的，可能不准。</Text>
            </Card>
            {items.slice(0, shown).map((row) => (
              <RowCard key={row.row} row={row} withdrawn={said.withdrawn !== undefined} doing={doing} />
            ))}
            {shown < items.length ? (
              <PrimaryButton kind="plain" label="再看几户" onTap={() => setShown(items.length)} />
            ) : null}
            {next && shown >= items.length ? (
              <PrimaryButton
                kind="plain"
                label="看后面的"
                busy={loaded.loading}
                onTap={() => load(() => call(announcements.listRows, { ...at, cursor: next }))}
              />
            ) : null}
          </>
        )}
      </ListState>
    </Page>
  );
}
