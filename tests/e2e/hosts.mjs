// Starts hosts: nginx with docs/hosting/nginx.conf, and `outcomes serve`. Each resolves to `{ name, url, close }`.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The documented configuration with a folder, a port and places to write of its own; for a site under /good-jobs/
 * with what its comments say of that.
 */
export async function nginx(folder, base = '/') {
  const port = await freePort();
  const place = mkdtempSync(join(tmpdir(), 'nginx-'));
  let root = realpathSync(folder);
  if (base !== '/') {
    const around = join(place, 'www');
    mkdirSync(around);
    symlinkSync(root, join(around, base.replaceAll('/', '')));
    root = around;
  }
  // Only folders and the port: what is sent is as documented.
  const own = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${place}/${name};`);
  const documented = readFileSync('docs/hosting/nginx.conf', 'utf8');
  const conf = (base === '/' ? documented : underPath(documented))
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace(/root [^;]+;/, `root ${root};`)
    .replace('http {', `http {\n    access_log off;\n    ${own.join('\n    ')}`);
  writeFileSync(join(place, 'nginx.conf'), conf);
  const user = process.getuid?.() === 0 ? 'user root; ' : '';
  const globals = `${user}daemon off; pid ${place}/nginx.pid; error_log stderr crit;`;
  const program = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx'].find(existsSync);
  if (!program) throw new Error('No nginx was found: run `make setup`.');
  const running = start(program, ['-p', place, '-e', 'stderr', '-c', join(place, 'nginx.conf'), '-g', globals]);
  const url = `http://127.0.0.1:${port}${base}`;
  await running.until(async () => (await fetch(url, { method: 'HEAD' }).catch(() => undefined)) !== undefined);
  return { name: 'nginx', url, close: async () => { await running.stop(); rmSync(place, { recursive: true, force: true }); } };
}

const underPath = (conf) => conf.replace('        default $uri;\n        # ~^', '        ~^')
  .replaceAll(' /404.html;', ' /good-jobs/404.html;');

/** `outcomes serve`, as it was built last. */
export async function desk(folder, base = '/') {
  const program = process.env.OUTCOMES ?? 'target/debug/outcomes';
  if (!existsSync(program)) throw new Error(`There is no ${program}: run \`cargo build --bin outcomes\`.`);
  const running = start(program, ['serve', '--dist', folder, '--port', '0', '--public-url', base]);
  let url;
  await running.until(async () => { url = /Open (\S+)/.exec(running.said())?.[1]; return url !== undefined; });
  return { name: 'outcomes serve', url, close: running.stop };
}

function start(program, words) {
  const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let failed;
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => { said += text; });
  child.on('error', (reason) => { failed = reason; });
  const ended = new Promise((tell) => { child.on('close', tell); });
  return {
    said: () => said,
    /** Waits until it is ready; fails with what it said when it ends before. */
    async until(isReady) {
      for (let tries = 0; tries < 200; tries++) {
        if (failed || child.exitCode !== null) throw new Error(`${program} did not start: ${failed ?? said}`);
        if (await isReady()) return;
        await new Promise((later) => { setTimeout(later, 50); });
      }
      child.kill();
      throw new Error(`${program} was not ready within 10 s: ${said}`);
    },
    async stop() { child.kill(); await ended; },
  };
}

const freePort = () => new Promise((tell) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => tell(port));
  });
});
