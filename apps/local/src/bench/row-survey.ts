import type { Row, Section } from './print-table';

/** What functions/measure-survey.mjs says: write units of an answer, read units of a result by how many answered, and a draw. */
export interface Survey {
  answerWrites: number;
  reads: readonly { name: string; few: number; many: number }[];
  closeSeconds: number;
  draw: { seconds: number; invited: number; twice: number; killed: number };
}
export interface SurveySize {
  households: number;
  sample: number;
  answers: number;
}
/** Source: issue 6. */
const ANSWER_WRITES = 4;
const MINUTE_SECONDS = 60;
const said = (n: number) => n.toLocaleString('en');

const readRow = ({ name, few, many }: Survey['reads'][number], answers: number): Row => ({
  what: `satisfaction.${name}`,
  measured: `${few} → ${many} read units at 10 and ${said(answers)} answers`,
  against: 'equal',
  ratio: (many / few).toFixed(2),
  ok: few === many,
});

/** A survey of a whole town: answering, reading its result, and drawing whom it asks. */
export const rowSurvey = ({ answerWrites, reads, closeSeconds, draw }: Survey, size: SurveySize): Section => ({
  title: `satisfaction: ${said(size.sample)} of ${said(size.households)} households`,
  rows: [
    {
      what: 'an answer',
      measured: `${answerWrites} write units`,
      against: `≤ ${ANSWER_WRITES}`,
      ratio: (answerWrites / ANSWER_WRITES).toFixed(2),
      ok: answerWrites <= ANSWER_WRITES,
    },
    ...reads.map((read) => readRow(read, size.answers)),
    {
      what: `a result made of ${said(size.answers)} answers`,
      measured: `${closeSeconds.toFixed(1)} s`,
      against: '< 1 min',
      ratio: (closeSeconds / MINUTE_SECONDS).toFixed(2),
      ok: closeSeconds < MINUTE_SECONDS,
    },
    {
      what: `drawn and invited, killed ${draw.killed} times on the way`,
      measured: `${draw.seconds.toFixed(1)} s`,
      against: '< 1 min',
      ratio: (draw.seconds / MINUTE_SECONDS).toFixed(2),
      ok: draw.seconds < MINUTE_SECONDS && draw.killed > 0,
    },
    {
      what: 'invited, and invited twice',
      measured: `${said(draw.invited)}, ${draw.twice}`,
      against: `${said(size.sample)}, 0`,
      ratio: '',
      ok: draw.invited === size.sample && draw.twice === 0,
    },
  ],
});
