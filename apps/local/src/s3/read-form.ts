import { S3Error } from './check-signature';

export interface Form {
  /** Fields before the file, by their names in lower case. */
  fields: ReadonlyMap<string, string>;
  file: { bytes: Buffer; type: string } | undefined;
}
const END_OF_HEAD = Buffer.from('\r\n\r\n');

interface Part {
  name: string;
  type: string;
  bytes: Buffer;
}
const partOf = (raw: Buffer): Part => {
  const end = raw.indexOf(END_OF_HEAD);
  if (end < 0) throw new S3Error(400, 'MalformedPOSTRequest');
  const head = raw.toString('utf8', 0, end);
  const [, name = ''] = /content-disposition:[^\r\n]*[; ]name="?([^";\r\n]*)"?/i.exec(head) ?? [];
  const [, type = ''] = /content-type:\s*([^\r\n]+)/i.exec(head) ?? [];
  return { name: name.toLowerCase(), type, bytes: raw.subarray(end + END_OF_HEAD.length) };
};

/** The parts of a multipart body; one that was cut off is refused. */
const partsIn = (body: Buffer, boundary: string): Part[] => {
  const mark = Buffer.from(`--${boundary}`);
  const parts: Part[] = [];
  let at = body.indexOf(mark);
  while (at >= 0 && body.toString('latin1', at + mark.length, at + mark.length + 2) !== '--') {
    const next = body.indexOf(Buffer.concat([Buffer.from('\r\n'), mark]), at);
    if (next < 0) throw new S3Error(400, 'IncompleteBody');
    parts.push(partOf(body.subarray(at + mark.length + 2, next)));
    at = next + 2;
  }
  if (at < 0) throw new S3Error(400, 'MalformedPOSTRequest');
  return parts;
};

/** A form as S3 takes it: what stands behind the file is ignored. */
export const readForm = (contentType: string, body: Buffer): Form => {
  const [, boundary] = /^multipart\/form-data;.*boundary="?([^";]+)"?/i.exec(contentType) ?? [];
  if (!boundary) throw new S3Error(412, 'PreconditionFailed', 'the body is no multipart/form-data');
  const fields = new Map<string, string>();
  for (const { name, type, bytes } of partsIn(body, boundary)) {
    if (name === 'file') return { fields, file: { bytes, type } };
    fields.set(name, bytes.toString('utf8'));
  }
  return { fields, file: undefined };
};
