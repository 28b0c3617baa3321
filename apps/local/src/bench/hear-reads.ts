interface Line {
  route?: string;
  status?: number;
  readUnits?: number;
}
/** Hears what reading a vote cost last. */
export const hearReads = () => {
  let units = Number.NaN;
  const hear = (text: string) => {
    if (!text.includes('"readVote"')) return;
    const { route, status, readUnits } = JSON.parse(text) as Line;
    if (route === 'readVote' && status === 200) units = readUnits ?? Number.NaN;
  };
  return { hear, last: () => units };
};
