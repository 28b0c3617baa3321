import { platform } from './platform/platform';
import { makeStore, useStore } from './store';
import { offersElder, readingOf, scaleOf, type Reading } from './text-size';

const KEY = 'reading';
const reading = makeStore<Reading>(readingOf(platform.storage.read(KEY)));

/** Keeps a choice about reading on the device; every page follows at once. */
export const chooseReading = (change: Reading): void => {
  const next = { ...reading.get(), ...change };
  platform.storage.write(KEY, JSON.stringify(next));
  reading.set(next);
};

export interface Theme {
  elder: boolean;
  scale: number;
  reading: Reading;
  offersElder: boolean;
  /** For the root of a page: <View className={theme.className} style={theme.style}>. */
  className: string;
  style: string;
}

export const useTheme = (): Theme => {
  const chosen = useStore(reading);
  const scale = scaleOf(chosen, platform.text.factor());
  const elder = chosen.elder === true;
  return {
    elder,
    scale,
    reading: chosen,
    offersElder: offersElder(chosen, platform.text.setting()),
    className: elder ? 'page elder' : 'page',
    style: `--fs:${scale}`,
  };
};
