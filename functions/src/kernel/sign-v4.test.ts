import { encode, sign, signForm, signHeaders, signUrl, type Signer } from './sign-v4';

/** The examples of “Authenticating Requests (AWS Signature Version 4)”, Amazon S3 API reference, read 2026-11-28. */
const EXAMPLE: Signer = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  region: 'us-east-1',
};
const now = new Date('2013-05-24T00:00:00.000Z');
const url = new URL('https://examplebucket.s3.amazonaws.com/test.txt');

test('a presigned address is the one of S3’s own example', () => {
  const signed = new URL(signUrl(EXAMPLE, { method: 'GET', url, now }, 86_400));
  expect(signed.searchParams.get('X-Amz-Signature')).toBe(
    'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
  );
});

test('a signed request is the one of S3’s own example', () => {
  const { authorization } = signHeaders(
    EXAMPLE,
    { method: 'GET', url, now },
    { headers: { range: 'bytes=0-9' }, body: new Uint8Array() },
  );
  expect(authorization).toContain('Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41');
});

test('a policy is signed as S3’s own example is', () => {
  const policy =
    'eyAiZXhwaXJhdGlvbiI6ICIyMDE1LTEyLTMwVDEyOjAwOjAwLjAwMFoiLA0KICAiY29uZGl0aW9ucyI6IFsNCiAgICB7ImJ1Y2tldCI6ICJzaWd2NGV4YW1wbGVidWNrZXQifSwNCiAgICBbInN0YXJ0cy13aXRoIiwgIiRrZXkiLCAidXNlci91c2VyMS8iXSwNCiAgICB7ImFjbCI6ICJwdWJsaWMtcmVhZCJ9LA0KICAgIHsic3VjY2Vzc19hY3Rpb25fcmVkaXJlY3QiOiAiaHR0cDovL3NpZ3Y0ZXhhbXBsZWJ1Y2tldC5zMy5hbWF6b25hd3MuY29tL3N1Y2Nlc3NmdWxfdXBsb2FkLmh0bWwifSwNCiAgICBbInN0YXJ0cy13aXRoIiwgIiRDb250ZW50LVR5cGUiLCAiaW1hZ2UvIl0sDQogICAgeyJ4LWFtei1tZXRhLXV1aWQiOiAiMTQzNjUxMjM2NTEyNzQifSwNCiAgICB7IngtYW16LXNlcnZlci1zaWRlLWVuY3J5cHRpb24iOiAiQUVTMjU2In0sDQogICAgWyJzdGFydHMtd2l0aCIsICIkeC1hbXotbWV0YS10YWciLCAiIl0sDQoNCiAgICB7IngtYW16LWNyZWRlbnRpYWwiOiAiQUtJQUlPU0ZPRE5ON0VYQU1QTEUvMjAxNTEyMjkvdXMtZWFzdC0xL3MzL2F3czRfcmVxdWVzdCJ9LA0KICAgIHsieC1hbXotYWxnb3JpdGhtIjogIkFXUzQtSE1BQy1TSEEyNTYifSwNCiAgICB7IngtYW16LWRhdGUiOiAiMjAxNTEyMjlUMDAwMDAwWiIgfQ0KICBdDQp9';
  expect(sign(EXAMPLE, '20151229T000000Z', policy)).toBe(
    '8afdbf4008c03f22c2cd3cdb72e4afbb1f6a588f3255ac628749a66d7f09699e',
  );
});

test('a form says exactly what may be sent, also with a session of Lambda’s', () => {
  const by = { ...EXAMPLE, sessionToken: 'the session' };
  const until = new Date('2013-05-24T00:15:00.000Z');
  const fields = signForm(by, { fields: { key: 'uploads/a' }, conditions: [{ bucket: 'b' }], now, until });
  const said = JSON.parse(Buffer.from(fields['policy'] ?? '', 'base64').toString()) as object;
  expect(said).toEqual({
    expiration: until.toISOString(),
    conditions: [
      { bucket: 'b' },
      { key: 'uploads/a' },
      { 'x-amz-algorithm': 'AWS4-HMAC-SHA256' },
      { 'x-amz-credential': 'AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request' },
      { 'x-amz-date': '20130524T000000Z' },
      { 'x-amz-security-token': 'the session' },
    ],
  });
  expect(signUrl(by, { method: 'GET', url, now }, 60)).toContain('X-Amz-Security-Token=the%20session');
});

test('what AWS encodes and JavaScript does not is encoded', () =>
  expect(encode("a b'(c)*!~")).toBe('a%20b%27%28c%29%2A%21~'));
