import type { FileRef } from '@gongzhi/shared/announcements/files';
import type { Draft as Kept, Link, Words } from '@gongzhi/shared/announcements/model';
import { changedIn } from '@gongzhi/shared/announcements/rules';
import { missingFiles } from '../files/model';
import { timeFields, timesOf, type WhenWhere } from '../write/model';

/** A correction as it is typed. */
export interface Typed extends WhenWhere {
  title: string;
  body: string;
  links: Link[];
  files: FileRef[];
  /** What was corrected, as readers see it. */
  note: string;
}
const NO_TIME = { date: '', start: '', end: '' };
/** What stands, to be corrected. */
export const typedFrom = ({ words }: Pick<Kept, 'words'>): Typed => {
  const { title, body, links, place = '', files = [] } = words;
  return { title, body, links, files, place, note: '', ...NO_TIME, ...timeFields(words) };
};

const isSameTime = (one: Typed, other: Typed): boolean =>
  one.date === other.date && one.start === other.start && one.end === other.end;
/** The text as it shall be. A time nobody touched stays as it is, also one that no picker can say. */
export const correctionOf = (typed: Typed, kept: Pick<Kept, 'words'>): Words => {
  const { title, body, links, place, files } = typed;
  const { when, until } = kept.words;
  const times = isSameTime(typed, typedFrom(kept))
    ? { ...(when ? { when } : {}), ...(until ? { until } : {}) }
    : timesOf(typed);
  const more = { ...(place.trim() ? { place } : {}), ...(files.length > 0 ? { files } : {}) };
  return { title, body, links, ...times, ...more };
};

/** What is missing before it can be sent. */
export const missingOf = (typed: Typed, kept: Pick<Kept, 'words'>): string | undefined => {
  if (!typed.title.trim() || !typed.body.trim()) return '请填写标题和正文。';
  const bare = missingFiles(typed.files);
  if (bare) return bare;
  if (changedIn(kept.words, correctionOf(typed, kept)).length === 0) return '请先把要更正的地方改好。';
  return typed.note.trim() ? undefined : '请写明更正了什么。';
};
