// Fetches the packages that tests/external.test.mjs opens: data that nobody here wrote, as their publishers put
// them on npm, without what those packages depend on. Each once, into the cache, held against its hash.
//   node .ci/third-party-packages.mjs CACHE    prints nothing where all are there
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

const home = join(process.argv[2], 'strangers');
const HERE = 'build/strangers';
mkdirSync(home, { recursive: true });

for (const { name, version, integrity } of JSON.parse(readFileSync('tests/third-party-packages.json', 'utf8'))) {
  const folder = join(home, `${name.replace(/[@/]/g, '-')}-${version}`);
  if (existsSync(folder)) continue;
  console.log(`fetching ${name} ${version}`);
  const work = mkdtempSync(join(home, 'fetching-'));
  try {
    execFileSync('npm', ['pack', '--silent', '--pack-destination', work, `${name}@${version}`], { stdio: ['ignore', 'ignore', 'inherit'] });
    const file = join(work, readdirSync(work).find((entry) => entry.endsWith('.tgz')));
    const found = `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;
    if (found !== integrity) throw new Error(`${name} ${version} has the hash ${found}, where tests/third-party-packages.json promises ${integrity}`);
    mkdirSync(join(work, 'open'));
    execFileSync('tar', ['xzf', file, '-C', join(work, 'open'), '--strip-components=1']);
    renameSync(join(work, 'open'), folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

mkdirSync('build', { recursive: true });
const known = lstatSync(HERE, { throwIfNoEntry: false });
if (known) rmSync(HERE, { recursive: true, force: true });
symlinkSync(home, HERE);
