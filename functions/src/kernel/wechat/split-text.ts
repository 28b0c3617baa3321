/** Where a long text is cut first, and where when a piece is still too long. */
const BREAKS = [/(?<=\n)/u, /(?<=[。！？；!?;])/u];
/** Pieces cut in the middle of a sentence repeat this many characters, so that no word is hidden by the cut. */
const OVERLAP = 50;

const isTail = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

const windows = (text: string, max: number): string[] => {
  const parts: string[] = [];
  for (let start = 0; ;) {
    let end = start + max;
    if (end >= text.length) return [...parts, text.slice(start)];
    if (isTail(text.charCodeAt(end))) end -= 1;
    parts.push(text.slice(start, end));
    start = end - OVERLAP;
    if (isTail(text.charCodeAt(start))) start -= 1;
  }
};

const joined = (pieces: readonly string[], max: number): string[] =>
  pieces.reduce<string[]>((parts, piece) => {
    const last = parts.at(-1);
    return last !== undefined && last.length + piece.length <= max
      ? [...parts.slice(0, -1), last + piece]
      : [...parts, piece];
  }, []);

/**
 * Cuts a text into parts of at most `max` UTF-16 units (never fewer than characters, however WeChat counts): between
 * paragraphs, else between sentences, else anywhere but inside a character. `max` must exceed twice the overlap of 50.
 */
export const splitText = (text: string, max: number, level = 0): string[] => {
  if (text.length <= max) return [text];
  const at = BREAKS[level];
  if (!at) return windows(text, max);
  return joined(
    text.split(at).flatMap((piece) => splitText(piece, max, level + 1)),
    max,
  );
};
