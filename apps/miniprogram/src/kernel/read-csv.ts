import Papa from 'papaparse';

/** `="0502"` is how some systems keep a spreadsheet from dropping the zero. */
const withoutFormula = (text: string): string => /^="(.*)"$/.exec(text)?.[1] ?? text;

/** Rows of cells of a text, pasted from a spreadsheet or from a file, whichever of , ; tab | stands between them. */
export const readCsv = (text: string): string[][] =>
  Papa.parse<string[]>(text, { delimitersToGuess: [',', '\t', ';', '|'] }).data.map((row) => row.map(withoutFormula));
