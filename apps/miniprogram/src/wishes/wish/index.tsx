import { View } from '@tarojs/components';
import { useState } from 'react';
import { open, useParams } from '../../kernel/navigate';
import { queue } from '../../kernel/queue';
import { usePresence } from '../../kernel/standing';
import { useStore } from '../../kernel/store';
import { withUnsent } from '../../kernel/service/unsent-scans';
import { Banner } from '../../kernel/ui/banner';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { useAct } from '../../kernel/use-act';
import { useRolesIn } from '../../kernel/use-roles';
import { AboutCard } from './about-card';
import { ACT_WORDS, actsOf, type Act, type Seen } from './model';
import { Sheets } from './sheets';
import { useScan } from './use-scan';
import { useWish, type Whole } from './use-wish';
import { WordAsked } from './word-asked';
import { VisitCard, useDesk } from './visit-card';

const DANGER: readonly Act[] = ['withdraw'];

/** What is seen with what waits on this phone laid over it. */
const useSeen = (seen: Seen | undefined, personId: string | undefined): Seen | undefined => {
  const waiting = useStore(queue);
  const visit = seen?.inside?.visit;
  if (!seen?.inside || !visit) return seen;
  return { ...seen, inside: { ...seen.inside, visit: withUnsent(visit, waiting, personId ?? '') } };
};

/** Where an act leads that is not done here. */
const leave = (act: Act, communityId: string): boolean => {
  if (act === 'sign-in') open('identity', 'sign-in', {});
  if (act === 'join') open('directory', 'join', { communityId });
  return act === 'sign-in' || act === 'join';
};

/** How far the server's clock is ahead of this one. */
const aheadOf = (whole: Whole | undefined) => whole?.ahead ?? 0;

function Stale({ whole }: { whole: Whole | undefined }) {
  if (!whole?.stale) return null;
  return <Banner tone="waiting" title="没有网络" words="显示的是上次的内容。照样可以扫码，联网后自动发送。" />;
}

function Others({ acts, busy, tap }: { acts: readonly Act[]; busy: boolean; tap: (act: Act) => void }) {
  if (acts.length === 0) return null;
  return (
    <View className="stack">
      {acts.map((what) => (
        <PrimaryButton
          key={what}
          kind={DANGER.includes(what) ? 'danger' : 'plain'}
          label={ACT_WORDS[what]}
          busy={busy}
          onTap={() => tap(what)}
        />
      ))}
    </View>
  );
}

/** A wish, for whoever looks: to claim it, to do it, to confirm it, or to publish it. */
export default function Wish() {
  const at = useParams('wishes', 'wish');
  const { personId } = usePresence();
  const roles = useRolesIn(at.communityId);
  const [asWorker, setAsWorker] = useState(false);
  const [sheet, setSheet] = useState<Act>();
  const { loaded, reload } = useWish(at, personId, asWorker);
  const { busy, act } = useAct(reload);
  const seen = useSeen(loaded.value, personId);
  const ahead = aheadOf(loaded.value);
  const now = new Date(Date.now() + ahead);
  const desk = useDesk(at, seen, personId, now);
  const scans = useScan(at, loaded.value, desk.loaded.value, reload);
  const reader = { signedIn: personId !== undefined, member: roles.length > 0, worker: roles.includes('worker') };
  const acts = seen ? actsOf(seen, reader, now) : { others: [] };
  const close = () => setSheet(undefined);
  const tap = (what: Act) => {
    if (what === 'whose') return setAsWorker(true);
    if (!leave(what, at.communityId)) setSheet(what);
  };
  const scanned = async (what: 'in' | 'out' | 'scan', code: string) => {
    if (await scans.scan(what, code)) close();
  };
  const { primary } = acts;
  const waits = busy || scans.busy;
  return (
    <Page
      title="微心愿"
      {...(primary ? { primary: { label: ACT_WORDS[primary], busy: waits, onTap: () => tap(primary) } } : {})}
    >
      <Stale whole={loaded.value} />
      <ListState loaded={loaded} retry={reload}>
        {() =>
          seen ? (
            <>
              <AboutCard seen={seen} />
              <VisitCard seen={seen} desk={desk} now={now} />
              <WordAsked at={at} inside={seen.inside} />
              <Others acts={acts.others} busy={waits} tap={tap} />
            </>
          ) : null
        }
      </ListState>
      {sheet && seen ? (
        <Sheets
          key={sheet}
          open={sheet}
          at={at}
          inside={seen.inside}
          busy={waits}
          act={act}
          onClose={close}
          pass={loaded.value?.key}
          personId={personId ?? ''}
          ahead={ahead}
          scanned={(what, code) => void scanned(what, code)}
        />
      ) : null}
    </Page>
  );
}
