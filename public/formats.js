// Unpacks a file that is no CSV in a module that is fetched for it: one reads Parquet, the other spreadsheets, JSON and
// archives. Everything is done here; nothing is sent anywhere.
import { at, fetched, once } from './nodes.js';

// .ci/formats.mjs writes the names of what it has built here.
const FORMATS = { glue: 'FORMATS_JS', wasm: 'FORMATS_WASM' };
const PARQUET = { glue: 'PARQUET_JS', wasm: 'PARQUET_WASM' };

/** A module that is started when it is first needed.
 *  @param {{ glue: string, wasm: string }} parts */
const starts = (parts) => once(async () => {
  if (/_JS$/.test(parts.glue)) console.info('What reads this format is built by `make site`, not by `make dev`.');
  const module = await import(at(`formats/${parts.glue}`));
  await module.default({ module_or_path: fetched(`formats/${parts.wasm}`) });
  return module;
});
const [formats, parquet] = [starts(FORMATS), starts(PARQUET)];

/** Whether a file begins as Parquet does, with PAR1.
 *  @param {Uint8Array} bytes */
const isParquet = (bytes) => [0x50, 0x41, 0x52, 0x31].every((byte, place) => bytes[place] === byte);

/** Answers the event of the app (src/browser/formats.rs).
 *  @param {{ name: string, bytes: Uint8Array, done: (answer: Uint8Array) => void, failed: (reason: unknown) => void }} asked */
export async function unpack({ name, bytes, done, failed }) {
  try {
    const module = await (isParquet(bytes) ? parquet : formats)();
    done(module.unpacked(name, bytes));
  } catch (reason) {
    console.info(reason);
    failed(reason);
  }
}
