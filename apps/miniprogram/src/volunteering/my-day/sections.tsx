import { Text } from '@tarojs/components';
import { useState } from 'react';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import type { KeptDay } from '../kept-day';
import type { Asked } from './asked-sheet';
import { HEADINGS, wayOf, type Sections, type Stand } from './model';
import { StandCard } from './stand-card';

/** Shown at once in a section. */
const SHOWN = 10;

interface Props {
  communityId: string;
  day: KeptDay;
  now: Date;
  /** The shift whose scan is the page's own button. */
  next: Stand | undefined;
  ask: (asked: Asked) => void;
}

function Stands({ words, stands, ...props }: Props & { words: string; stands: readonly Stand[] }) {
  const [shown, setShown] = useState(SHOWN);
  const { communityId, day, now, next, ask } = props;
  return (
    <>
      <Text className="heading">{words}</Text>
      {stands.slice(0, shown).map((stand) => {
        const way = wayOf(stand, now);
        const code = way && day.passes[stand.shiftId];
        return (
          <StandCard
            key={stand.shiftId}
            communityId={communityId}
            stand={stand}
            now={now}
            bring={day.bring[stand.activityId]}
            scan={way && stand !== next ? { way, onTap: () => ask({ kind: 'scan', stand, way }) } : undefined}
            showCode={code ? () => ask({ kind: 'code', stand }) : undefined}
          />
        );
      })}
      {stands.length > shown ? (
        <PrimaryButton kind="plain" label="看后面的" onTap={() => setShown(shown + SHOWN)} />
      ) : null}
    </>
  );
}

/** One's shifts by when they matter; a part with nothing in it is not there. */
export function DaySections({ sections, ...props }: Props & { sections: Sections }) {
  return (
    <>
      {HEADINGS.filter(([name]) => sections[name].length > 0).map(([name, words]) => (
        <Stands key={name} {...props} words={words} stands={sections[name]} />
      ))}
    </>
  );
}
