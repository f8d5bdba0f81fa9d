// What answers a question outside of the explorer: the names are those of the module that was built (.ci/embed.mjs).
const GLUE = './EMBED_JS';
/** @type {Promise<{ answer: Answers, since: Answers, draw: (query: string) => void,
 *  dashboard: (name: string, query: string, holder: HTMLElement) => Promise<void>,
 *  open: (query: string, files: FileList | undefined, holder: HTMLElement) => Promise<void> }>} */
let asked;

/** The functions `answer`, `since`, `draw`, `dashboard` and `open`; fetched once, and again where that failed. */
export function ask() {
  asked ??= (async () => {
    const module = await import(GLUE);
    await module.default({ module_or_path: new URL('./EMBED_WASM', import.meta.url) });
    return { answer: module.answer, since: module.since_then, draw: module.draw, dashboard: module.dashboard, open: module.open };
  })();
  asked.catch(() => { asked = undefined; });
  return asked;
}
