/**
 * The seed of every property in a run: that of the sources, so that what was green is green again for the same sources, and
 * every change looks elsewhere. `SEED=123 npm test` looks there; a failure says where it looked.
 */
const { execFileSync } = require('node:child_process');

const ofSources = () => {
  try {
    const tree = execFileSync('git', ['rev-parse', 'HEAD^{tree}'], { cwd: __dirname, encoding: 'utf8', stdio: 'pipe' });
    return String(parseInt(tree.slice(0, 7), 16));
  } catch {
    return '1'; // sources that came without their history
  }
};
process.env['SEED'] ??= ofSources();
exports.seed = Number(process.env['SEED']);
