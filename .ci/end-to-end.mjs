// Runs the tests in Chromium; the files in which one failed run once more, alone, and only what fails twice has
// failed. A slip of a crowded machine is told by name at the end, so that it is seen and mended, but stops nobody.
//   node .ci/end-to-end.mjs FOLDER-OF-LOGS FILE…
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';

const [logs, ...files] = process.argv.slice(2);

/** Runs files, shows and keeps what is said; the exit code and the text. */
function run(name, concurrency, these) {
  return new Promise((ready) => {
    const log = createWriteStream(join(logs, `${name}.log`));
    const runner = spawn(process.execPath, ['--test', '--test-reporter=spec', `--test-concurrency=${concurrency}`, ...these], { stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    for (const [from, to] of [[runner.stdout, process.stdout], [runner.stderr, process.stderr]]) {
      from.setEncoding('utf8');
      from.on('data', (part) => { text += part; to.write(part); log.write(part); });
    }
    runner.on('close', (code) => log.end(() => ready({ code: code ?? 1, text })));
  });
}

const first = await run('end-to-end', 2, files);
if (first.code === 0) process.exit(0);
const failed = new Set([...first.text.matchAll(/^test at (?:.*\/)?(tests\/[\w/-]+\.test\.mjs):\d+/gm)].map(([, file]) => file));
// A runner that fell without naming a test has nothing to run again.
if (failed.size === 0) process.exit(first.code);
console.log(`\nOnce more, each alone: ${[...failed].join(', ')}\n`);
process.exit((await run('end-to-end-again', 1, [...failed])).code);
