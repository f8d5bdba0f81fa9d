// Unpacks a file that is no CSV (spreadsheet, JSON, archive) in a module that is fetched for it. Everything is done here;
// nothing is sent anywhere.
import { at, fetched, once } from './nodes.js';

// .ci/formats.mjs writes the names of what it has built here.
const PARTS = { glue: 'FORMATS_JS', wasm: 'FORMATS_WASM' };

const started = once(async () => {
  if (PARTS.glue.startsWith('FORMATS_')) console.info('What reads this format is built by `make site`, not by `make dev`.');
  const module = await import(at(`formats/${PARTS.glue}`));
  await module.default({ module_or_path: fetched(`formats/${PARTS.wasm}`) });
  return module;
});

/** Answers the event of the app (src/browser/formats.rs).
 *  @param {{ name: string, bytes: Uint8Array, done: (answer: Uint8Array) => void, failed: (reason: unknown) => void }} asked */
export async function unpack({ name, bytes, done, failed }) {
  try {
    done((await started()).unpacked(name, bytes));
  } catch (reason) {
    console.info(reason);
    failed(reason);
  }
}
