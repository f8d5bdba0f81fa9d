// Every check of `make test`, as steps that run side by side (schedule.mjs), and the closing lines: what failed, what
// was flaky, what took much longer than its budget, and the count of all tests.
//   node .ci/test.mjs [--long] [--only WORD] [--list]
// Reads tests/budget.json (seconds that each step usually takes). Writes build/test/NAME.log for each step and
// build/test/times.json. Called by test.sh, which sets the environment.
import { cpus } from 'node:os';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readJson, runAll, spell } from './schedule.mjs';

const LOGS = 'build/test';
const words = process.argv.slice(2);
const isLong = words.includes('--long');
const only = words.includes('--only') ? words[words.indexOf('--only') + 1] : undefined;
const { GOOD_JOBS_BROWSER: browser = '', GOOD_JOBS_DRIVER: driver = '' } = process.env;
const budget = readJson('tests/budget.json', { steps: {} }).steps;

// Cargo locks the build folder of a profile: two commands of one profile would only wait for each other.
const NATIVE = ['native build folder'];
const WASM_PAGE = ['browser test build folder'];
const RELEASE = ['release build folder', 'dist'];
const OUTCOMES = 'target/debug/outcomes';
const cargo = (...rest) => ['cargo', ...rest];

/** Test files of the pages that are built, with what each needs beside the site at the root. */
const ENDS = '.test.mjs';
const tests = (folder) => readdirSync(folder).filter((name) => name.endsWith(ENDS)).map((name) => join(folder, name));
const UNDER_PATH = new Set(['start', 'takeover-path'].map((name) => join('tests/e2e', `${name}${ENDS}`)));
const nodeTest = (file) => [process.execPath, '--test', '--test-reporter=spec', file];

/** @type {import('./schedule.mjs').Step[]} */
const STEPS = [
  { name: 'formatting', command: cargo('fmt', '--check') },
  { name: 'generated files', command: [process.execPath, 'style/build.mjs', '--check'] },
  { name: 'types of scripts', command: ['npx', 'tsc', '-p', '.'] },
  // The tests' build makes the command-line tool too. `cargo build` would choose other features of some crates, and so
  // compile everything twice.
  { name: 'native build', command: cargo('test', '--locked', '--no-run', '--lib', '--test', 'native'), locks: NATIVE },
  { name: 'native tests', command: cargo('test', '--locked', '--no-fail-fast', '--lib', '--test', 'native'), needs: ['native build'], locks: NATIVE, env: isLong ? { LONG: '1' } : {} },
  { name: 'examples in comments', command: cargo('test', '--locked', '--doc'), needs: ['native tests'], locks: NATIVE },
  { name: 'lints, native', command: cargo('clippy', '--locked', '--quiet', '--all-targets', '--', '-D', 'warnings'), needs: ['native tests'], locks: NATIVE },
  {
    name: 'lints, browser',
    command: cargo('clippy', '--locked', '--quiet', '--target', 'wasm32-unknown-unknown', '--lib', ...['site', 'reader', 'save', 'embed', 'formats', 'parquet'].flatMap((name) => ['--bin', name]), '--example', 'charts', '--', '-D', 'warnings'),
    needs: ['lints, native'], locks: NATIVE,
  },
  { name: 'packages and recomputed answers', command: ['bash', '-c', 'target/debug/outcomes check && OUTCOMES=target/debug/outcomes python3 tests/recompute.py'], needs: ['native build'], env: isLong ? { QUESTIONS: '10000' } : {} },
  { name: 'recomputed dashboards', command: ['bash', '-c', 'OUTCOMES=target/debug/outcomes python3 tests/recompute_dashboards.py'], needs: ['native build'], env: isLong ? { CHOICES: '5000' } : {} },
  { name: 'attack by another solver', command: ['bash', '-c', 'OUTCOMES=target/debug/outcomes exec "$GOOD_JOBS_SOLVER" tests/attack.py'], needs: ['native build'] },
  {
    name: 'tests in the browser',
    command: ['bash', '-c', `node tests/e2e/browser.mjs webdriver "$GOOD_JOBS_BROWSER" >${LOGS}/webdriver.json
      exec cargo test --locked --profile page --target wasm32-unknown-unknown --test browser`],
    env: {
      CHROMEDRIVER: driver, WASM_BINDGEN_TEST_WEBDRIVER_JSON: `${process.cwd()}/${LOGS}/webdriver.json`, WASM_BINDGEN_TEST_ONLY_WEB: '1',
      CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER: 'wasm-bindgen-test-runner',
    },
    locks: WASM_PAGE,
  },
  { name: 'modules', command: ['.ci/site.sh', 'modules'], locks: RELEASE },
  { name: 'site', command: ['.ci/site.sh'], needs: ['modules', 'native build'], locks: RELEASE, env: { WEIGH: 'no', OUTCOMES } },
  { name: 'site under a path', command: ['.ci/site.sh'], needs: ['site'], locks: RELEASE, env: { WEIGH: 'no', APP: 'built', OUTCOMES, PUBLIC_URL: '/good-jobs/', DIST: 'build/under-path' } },
  { name: 'weight of pages', command: [process.execPath, '.ci/weigh.mjs', 'dist'], needs: ['site'] },
  ...tests('tests/style').map((file) => ({ name: `style ${basename(file, ENDS)}`, command: nodeTest(file) })),
  ...tests('tests/e2e').map((file) => ({
    name: `e2e ${basename(file, ENDS)}`, command: nodeTest(file),
    needs: [UNDER_PATH.has(file) ? 'site under a path' : 'site'], env: { CHROME_PATH: browser, ...(isLong ? { LONG: '1' } : {}) },
  })),
];

const named = STEPS.map((step) => ({ seconds: budget[step.name], ...step }));
/** The steps whose name holds the word, with all that they need. */
function chosen() {
  if (!only) return named;
  const wanted = new Set(named.filter(({ name }) => name.includes(only)).map(({ name }) => name));
  for (let size = 0; size !== wanted.size;) {
    size = wanted.size;
    for (const { name, needs = [] } of named) if (wanted.has(name)) needs.forEach((need) => wanted.add(need));
  }
  return named.filter(({ name }) => wanted.has(name));
}
const steps = chosen();
if (words.includes('--list')) {
  for (const { name, seconds } of steps) console.log(`${String(seconds ?? '?').padStart(5)} s  ${name}`);
  process.exit(0);
}

const sum = (text, pattern) => [...text.matchAll(pattern)].reduce((total, [, count]) => total + Number(count), 0);
/** Tests that passed and failed, as the runner of a step (cargo or node) counted them; `null` for other steps. */
function counted({ log }) {
  const passed = sum(log, /^test result: .*?(\d+) passed/gm) + sum(log, /^(?:# |ℹ )pass (\d+)/gm);
  const failed = sum(log, /^test result: .*?(\d+) failed/gm) + sum(log, /^(?:# |ℹ )(?:fail|cancelled) (\d+)/gm);
  return /^test result: |^(?:# |ℹ )pass \d/m.test(log) ? { passed, failed } : null;
}
const isTest = ({ name }) => /^(native tests|examples in comments|tests in the browser|style |e2e )/.test(name);
const failing = (log) => [...new Set([...log.matchAll(/^\s*✖ (.*?)(?: \([\d.]+ms\))?$/gm)].map(([, name]) => name))].filter((name) => name !== 'failing tests:');

rmSync(LOGS, { recursive: true, force: true });
mkdirSync(LOGS, { recursive: true });
const began = Date.now();
const slots = Number(process.env.TEST_SLOTS) || Math.max(2, cpus().length);
console.log(`${steps.length} steps, ${slots} at a time; the output of each is in ${LOGS}/`);
const outcomes = await runAll(steps, { logs: LOGS, slots });

// A file of end-to-end tests that failed runs once more, alone: what passes then is flaky, and is named in the closing
// lines. It still counts as passed, until three whole runs in a row have needed no second try.
const flaky = [];
for (const outcome of outcomes.filter(({ name, state }) => name.startsWith('e2e ') && state === 'failed')) {
  const step = steps.find(({ name }) => name === outcome.name);
  const [second] = await runAll([{ ...step, name: `${step.name} (again)`, needs: [] }], { logs: LOGS, slots: 1 });
  if (second.state !== 'passed') continue;
  flaky.push(`${outcome.name}: ${failing(outcome.log).join('; ') || 'the runner failed'}`);
  Object.assign(outcome, { state: 'passed', log: second.log });
}

const seconds = Object.fromEntries(outcomes.map((outcome) => [outcome.name, Math.round(outcome.seconds * 10) / 10]));
const total = (Date.now() - began) / 1000;
writeFileSync(join(LOGS, 'times.json'), `${JSON.stringify({ total: Math.round(total), slots, steps: seconds }, null, 1)}\n`);

let [passed, failed] = [0, 0];
const silent = [];
for (const outcome of outcomes) {
  const count = counted(outcome);
  passed += count?.passed ?? 0;
  failed += count?.failed ?? 0;
  if (isTest(outcome) && outcome.state === 'passed' && !count?.passed) silent.push(outcome.name);
  // A step without counts of its own (a build, a lint, a runner that did not start) counts as one.
  if (outcome.state !== 'passed' && !count?.failed) failed += 1;
}
failed += silent.length;

console.log('\nSeconds by step, longest first:');
for (const { name, seconds: took } of [...outcomes].sort((a, b) => b.seconds - a.seconds)) console.log(`${took.toFixed(1).padStart(7)} s  ${name}`);
for (const { name, seconds: took } of outcomes.filter((outcome) => budget[outcome.name] && outcome.seconds > budget[outcome.name] * 1.5 && outcome.seconds > 10)) {
  console.log(`slow: ${name} took ${spell(took)}; its budget in tests/budget.json is ${budget[name]} s`);
}
for (const which of flaky) console.log(`flaky (passed when run again, alone): ${which}`);
for (const name of silent) console.log(`✗ ${name} passed without running a test`);
for (const outcome of outcomes.filter(({ state }) => state !== 'passed')) {
  const which = failing(outcome.log);
  console.log(`${outcome.state === 'failed' ? '✗' : '–'} ${outcome.name}: ${outcome.state}${which.length ? `: ${which.join('; ')}` : ''}`);
}
console.log(`took ${spell(total)}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
