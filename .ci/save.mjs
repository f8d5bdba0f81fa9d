// Puts the module that makes files of a chart, build/save, and the typefaces it sets them in into save/, and names them in
// save.js.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const dist = process.argv[2];
const hashed = (...parts) => parts.reduce((hash, bytes) => hash.update(bytes), createHash('sha256')).digest('hex').slice(0, 16);
mkdirSync(join(dist, 'save'), { recursive: true });
const [glue, wasm] = ['save.js', 'save_bg.wasm'].map((name) => readFileSync(join('build/save', name)));
const app = `app-${hashed(glue, wasm)}`;
writeFileSync(join(dist, 'save', `${app}.js`), glue);
writeFileSync(join(dist, 'save', `${app}_bg.wasm`), wasm);
const names = { SAVE_JS: `${app}.js`, SAVE_WASM: `${app}_bg.wasm` };
for (const [key, name] of [['SAVE_REGULAR', 'PublicSans-Regular'], ['SAVE_STRONG', 'PublicSans-SemiBold']]) {
  const face = readFileSync(join('build/faces', `${name}.ttf`));
  names[key] = `face-${hashed(face)}.ttf`;
  writeFileSync(join(dist, 'save', names[key]), face);
}
let script = readFileSync(join(dist, 'save.js'), 'utf8');
for (const [key, name] of Object.entries(names)) {
  if (!script.includes(`'${key}'`)) throw new Error(`public/save.js has no place for ${key}`);
  script = script.replace(`'${key}'`, `'${name}'`);
}
writeFileSync(join(dist, 'save.js'), script);
console.log(`save.js starts save/${app}`);
