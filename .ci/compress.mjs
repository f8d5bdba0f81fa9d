// Writes FILE.gz beside every file of a built site that gets smaller by it, for hosts that send such files as they
// stand (`gzip_static` of nginx, `outcomes serve`). The same file gives the same bytes.
//   node .ci/compress.mjs [FOLDER]
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const WORTH = new Set(['.html', '.js', '.css', '.json', '.wasm', '.svg', '.csv', '.txt', '.xml', '.atom', '.webmanifest', '.md', '.ttf']);
const SMALLEST = 1000;
const folder = process.argv[2] ?? 'dist';
const small = promisify(gzip);

const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && WORTH.has(extname(entry.name)))
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
let [count, before, after] = [0, 0, 0];
const work = async () => {
  for (let file = files.pop(); file; file = files.pop()) {
    const bytes = await readFile(file);
    if (bytes.length < SMALLEST) continue;
    const packed = await small(bytes, { level: 9 });
    if (packed.length >= bytes.length) continue;
    await writeFile(`${file}.gz`, packed);
    count += 1; before += bytes.length; after += packed.length;
  }
};
await Promise.all([work(), work(), work(), work()]);
console.log(`${count} files of ${(before / 1e6).toFixed(1)} MB stand beside their compressed form of ${(after / 1e6).toFixed(1)} MB`);
