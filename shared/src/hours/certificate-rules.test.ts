import fc from 'fast-check';
import { mayPrint, proofOf, proves, publicUntil, stateOf } from './certificate-rules';
import { CertificateNumber, Proof, type Certificate } from './certificate-model';
import { type Grade, type Track } from './model';

const ID = '01KB0000000000000000000000';
const certificate: Certificate = {
  ...{
    number: '2026-AB2CD3EF4G',
    state: 'valid',
    batchId: ID,
    volunteerId: ID,
    name: '王秀兰',
    volunteerNumber: '310000001',
  },
  ...{ fromDay: '2026-01-01', toDay: '2026-11-23', recorded: 95, honorary: 0, imported: 0, hours: '1.5' },
  ...{
    grades: [{ grade: 'placed', minutes: 95 }],
    lines: [{ title: '送饭', day: '2026-11-22', minutes: 95 }],
    more: 0,
  },
  ...{ issuer: '金秋花园社区居民委员会', responsible: '李静', handler: '何芳', contact: '021-12345678' },
  ...{ issuedAt: '2026-11-23T02:00:00.000Z', publicUntil: '2026-11-30T16:00:00.000Z' },
};

test('publicity lasts whole days after the one it begins on, across a month end, or not at all', () => {
  expect(publicUntil(new Date('2026-11-23T02:00:00.000Z'), 7)).toBe('2026-11-30T16:00:00.000Z');
  expect(publicUntil(new Date('2026-11-23T15:59:59.999Z'), 1)).toBe('2026-11-24T16:00:00.000Z');
  expect(publicUntil(new Date('2026-11-23T16:00:00.000Z'), 1)).toBe('2026-11-25T16:00:00.000Z');
  expect(publicUntil(new Date('2026-11-30T02:00:00.000Z'), 1)).toBe('2026-12-01T16:00:00.000Z');
  expect(publicUntil(new Date('2026-11-23T02:00:00.000Z'), 0)).toBe('2026-11-23T02:00:00.000Z');
});

test('a certificate hangs out, then is valid to the instant, and revoked whenever it was', () => {
  const before = new Date(Date.parse(certificate.publicUntil) - 1);
  const after = new Date(certificate.publicUntil);
  expect([stateOf(certificate, before), stateOf(certificate, after)]).toEqual(['public', 'valid']);
  expect(mayPrint(certificate, before)).toEqual({ refused: 'IN_PUBLICITY', facts: { day: '12月1日（周二）' } });
  expect(mayPrint(certificate, after)).toBeUndefined();
  const revoked = { ...certificate, revokedAt: '2026-11-24T00:00:00.000Z' };
  expect([stateOf(revoked, before), stateOf(revoked, after)]).toEqual(['revoked', 'revoked']);
  expect(mayPrint(revoked, after)?.refused).toBe('CERTIFICATE_REVOKED');
});

test('strangers read neither name nor number nor phone nor what was done', () => {
  const proof = proofOf(certificate);
  expect(Proof.parse(proof)).toEqual(proof);
  const said = JSON.stringify(proof);
  for (const hidden of ['王秀兰', '310000001', '021-12345678', '送饭', '李静', ID]) expect(said).not.toContain(hidden);
  expect(proof).toMatchObject({ maskedName: '王*兰', hours: '1.5', recorded: 95, issuer: certificate.issuer });
  expect(proofOf({ ...certificate, revokedAt: certificate.issuedAt, revokedReason: '重复出具' })).toMatchObject({
    revokedReason: '重复出具',
  });
});

test.each([
  ['2026-AB2CD3EF4G', true],
  ['2026-ab2cd3ef4g', false],
  ['2026-AB2CD3EF4I', false],
  ['26-AB2CD3EF4G', false],
])('%s is a number of a certificate: %s', (number, is) => expect(CertificateNumber.safeParse(number).success).toBe(is));

test('what is proved adds up: tracks, evidence of recorded minutes, one line an activity, the longest first', () => {
  const one = fc.record({
    track: fc.constantFrom<Track>('recorded', 'honorary', 'imported'),
    grade: fc.constantFrom<Grade>('placed', 'scanned', 'confirmed', 'capped', 'imported'),
    minutes: fc.nat(600),
    activityId: fc.constantFrom(...'abcdefghijkl'),
    from: fc.constantFrom('2026-11-22T15:00:00.000Z', '2026-11-22T17:00:00.000Z'),
  });
  fc.assert(
    fc.property(fc.array(one), (entries) => {
      const proof = proves(entries, (id) => (id === 'a' ? '' : id));
      const sum = (some: readonly { minutes: number }[]) => some.reduce((all, { minutes }) => all + minutes, 0);
      expect(proof.recorded + proof.honorary + proof.imported).toBe(sum(entries));
      expect(sum(proof.grades)).toBe(proof.recorded);
      expect(proof.lines.length).toBeLessThanOrEqual(8);
      if (proof.more === 0) expect(sum(proof.lines)).toBe(sum(entries));
      expect(proof.lines.map(({ minutes }) => minutes)).toEqual(
        proof.lines.map(({ minutes }) => minutes).sort((a, b) => b - a),
      );
      expect(proof.lines.every(({ title, day }) => title !== '' && ['2026-11-22', '2026-11-23'].includes(day))).toBe(
        true,
      );
    }),
  );
});
