/** A file inside a zip, as the list at the zip's end has it; `size` in bytes once unpacked. */
export interface Entry {
  name: string;
  size: number;
  locked: boolean;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** The end record is 22 bytes and a comment of at most 65,535 may follow it. */
const SEARCHED = 22 + 65_535;

const endOf = (view: DataView): number | undefined => {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - SEARCHED); at -= 1)
    if (view.getUint32(at, true) === END) return at;
  return undefined;
};

const entryAt = (view: DataView, at: number): { entry: Entry; next: number } | undefined => {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) return undefined;
  const [name, extra, comment] = [
    view.getUint16(at + 28, true),
    view.getUint16(at + 30, true),
    view.getUint16(at + 32, true),
  ];
  const letters = new Uint8Array(view.buffer, view.byteOffset + at + 46, Math.min(name, view.byteLength - at - 46));
  return {
    entry: {
      name: String.fromCharCode(...letters),
      size: view.getUint32(at + 24, true),
      locked: (view.getUint16(at + 8, true) & 1) === 1,
    },
    next: at + 46 + name + extra + comment,
  };
};

/** What a zip holds, read without unpacking anything; undefined when its list is missing or damaged. Source: PKWARE APPNOTE 6.3.10, §4.3.12 and §4.3.16. */
export const zipEntries = (bytes: Uint8Array): Entry[] | undefined => {
  if (bytes.length < 22) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === undefined) return undefined;
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const read = entryAt(view, at);
    if (!read) return undefined;
    entries.push(read.entry);
    at = read.next;
  }
  return entries;
};
