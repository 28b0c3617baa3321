import type { Service, Step } from './measure-service';
import type { Row, Section } from './print-table';

/** How long 500 people may take who come at once, and how long somebody waits for a certificate. */
const TWO_MINUTES = 120;
const CERTIFICATE_MS = 1_000;
/** Read units of a check: who is calling, the activity, the shift and one's place in it. */
const CHECK_READS = 8;
const said = (n: number) => n.toLocaleString('en');

const stepRow = (what: string, { count, seconds, perSecond, p99 }: Step, people: number): Row => ({
  what,
  measured: `${seconds.toFixed(1)} s  ${said(Math.round(perSecond))}/s, p99 ${p99.toFixed(1)} ms`,
  against: '< 2 min',
  ratio: (seconds / TWO_MINUTES).toFixed(3),
  ok: seconds < TWO_MINUTES && count === people,
});
/** `writes`: what the contract allows one call. */
const unitsRow = (what: string, { calls, read, write }: Step, writes: number, reads: number): Row => ({
  what,
  measured: `${said(read)} read, ${said(write)} write units`,
  against: `≤ ${reads} and ${writes} a person`,
  ratio: `${(read / calls / reads).toFixed(2)}, ${(write / calls / writes).toFixed(2)}`,
  ok: calls > 0 && read <= reads * calls && write <= writes * calls,
});

/** A shift many take part in, and a certificate of it. `units`: write units the contract allows a call. */
export const rowService = (
  { people, signUp, checkIn, checkOut, ...rest }: Service,
  units: { signUp: number; check: number },
): Section => {
  const errors = signUp.errors + checkIn.errors + checkOut.errors;
  const { served, entered, enteredSeconds, firstCertificate, certificate } = rest;
  return {
    title: `${said(people)} volunteers, one shift, engine in memory`,
    rows: [
      stepRow('all sign up, 16 connections', signUp, people),
      stepRow('all check in', checkIn, people),
      stepRow('all check out', checkOut, people),
      { what: 'errors', measured: `${errors} of ${said(3 * people)}`, against: '0', ratio: '', ok: errors === 0 },
      unitsRow('signing up', signUp, units.signUp, CHECK_READS),
      unitsRow('checking in', checkIn, units.check, CHECK_READS),
      unitsRow('checking out', checkOut, units.check, CHECK_READS),
      {
        what: 'hours entered after the last left',
        measured: `${said(entered)} minutes, ${enteredSeconds.toFixed(1)} s later`,
        against: `${said(served)} served`,
        ratio: (entered / served).toFixed(2),
        ok: entered === served,
      },
      {
        what: 'a certificate issued and drawn, slowest of four',
        measured: `${Math.round(certificate)} ms (the first, with its font, ${Math.round(firstCertificate)})`,
        against: '< 1 s',
        ratio: (certificate / CERTIFICATE_MS).toFixed(2),
        ok: certificate < CERTIFICATE_MS,
      },
    ],
  };
};
