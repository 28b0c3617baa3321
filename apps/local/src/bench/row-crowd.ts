import type { Counts } from '@gongzhi/shared/votes/model';
import type { Crowd } from './measure-crowd';
import type { Pages } from './measure-pages';
import type { Recount } from './measure-recount';
import type { Row, Section } from './print-table';

const TEN_MINUTES = 600;
const RECOUNT_SECONDS = 10;
const seconds = (n: number) => `${n.toFixed(1)} s`;
const said = (n: number) => n.toLocaleString('en');
const sayCounts = (counts: Counts) =>
  `${said(counts.for)} for, ${said(counts.against)} against, ${said(counts.abstain)} abstain`;
const isSame = (a: Counts, b: Counts) => a.for === b.for && a.against === b.against && a.abstain === b.abstain;

const pageRow = (what: string, [few, many]: readonly [number, number]): Row => ({
  what,
  measured: `${few} → ${many} read units`,
  against: 'equal',
  ratio: (many / few).toFixed(2),
  ok: few === many,
});

/** What a vote with many ballots costs to look at. */
export const rowPages = ({ ballots, running, decided, cast, counted }: Pages): Section => {
  const sizes = ballots.map(said).join(' and ');
  return {
    title: 'a vote’s page, engine in memory',
    rows: [
      pageRow(`open, at ${sizes} ballots`, running),
      pageRow(`decided, at ${sizes} ballots`, decided),
      { what: 'result', measured: sayCounts(counted), against: 'what was cast', ratio: '', ok: isSame(cast, counted) },
    ],
  };
};

/** A whole community voting. */
export const rowCrowd = (crowd: Crowd): Section => {
  const { households, settledSeconds, voting, cast, counted } = crowd;
  return {
    title: `${said(households)} households, one community, engine in memory`,
    rows: [
      {
        what: 'roll imported, all signed in',
        measured: seconds(settledSeconds),
        against: '',
        ratio: '',
        ok: undefined,
      },
      {
        what: 'all vote, 16 connections',
        measured: `${seconds(voting.seconds)}  ${said(Math.round(voting.perSecond))}/s, p99 ${voting.p99.toFixed(1)} ms`,
        against: '< 10 min',
        ratio: (voting.seconds / TEN_MINUTES).toFixed(3),
        ok: voting.seconds < TEN_MINUTES && voting.count === households,
      },
      {
        what: 'errors',
        measured: `${voting.errors} of ${said(voting.count)}`,
        against: '0',
        ratio: '',
        ok: voting.errors === 0,
      },
      { what: 'result', measured: sayCounts(counted), against: 'what was cast', ratio: '', ok: isSame(cast, counted) },
    ],
  };
};

export interface Picture {
  seconds: number;
  groups: number;
  placed: number;
}
/** Of a picture there is no budget but its function's time. */
const PICTURE_SECONDS = 29;

/** What is computed from many records by itself. */
export const rowComputed = (
  { ballots, seconds: took, code, changed }: Recount,
  picture: Picture,
  { people, statements }: { people: number; statements: number },
): Section => ({
  title: 'computed in a process of its own',
  rows: [
    {
      what: `recount of ${said(ballots)} ballots by apps/recount`,
      measured: `${seconds(took)}, ${code === 0 ? 'everything agrees' : `exit code ${code}`}`,
      against: `< ${RECOUNT_SECONDS} s`,
      ratio: (took / RECOUNT_SECONDS).toFixed(2),
      ok: took < RECOUNT_SECONDS && code === 0,
    },
    {
      what: 'the same list, one byte changed',
      measured: `exit code ${changed}`,
      against: 'refused (1)',
      ratio: '',
      ok: changed === 1,
    },
    {
      what: `picture of ${said(people)} people × ${said(statements)} statements`,
      measured: `${seconds(picture.seconds)}, ${picture.groups} groups, ${said(picture.placed)} placed`,
      against: `< ${PICTURE_SECONDS} s`,
      ratio: (picture.seconds / PICTURE_SECONDS).toFixed(2),
      ok: picture.seconds < PICTURE_SECONDS && picture.placed === people,
    },
  ],
});
