// A series to be heard: one tone a value, from left to right, the higher the more. What has no number is a short hiss,
// never a tone, and is said in words. It is fetched when a chart is played.

/** One sound: a `tone` glides from one frequency (in Hz) to the other, a `hiss` is a value that is not there, a `rest` a
 *  stretch of time without any row.
 *  @typedef {{ sort: 'tone' | 'hiss' | 'rest', from?: number, to?: number, mark?: Element }} Note */
/** @typedef {{ kind?: string, isTime?: boolean }} Of */

const LOW = 220, HIGH = 880;
/** A rise or fall by two semitones says that the value goes on.
 *  @type {Record<string, number>} */
const GLIDE = { more: 2 ** (2 / 12), less: 2 ** (-2 / 12) };

/** Marks as sounds, in order. Bars are heard from zero as they are drawn from zero; other series from their lowest value.
 *  @param {Element[]} marks @param {Of} of
 *  @returns {Note[]} */
export function notes(marks, { kind, isTime = false } = {}) {
  const known = marks.filter(({ dataset }) => dataset.value !== undefined)
    .flatMap(({ dataset }) => [dataset.value, dataset.low ?? dataset.value].map(Number));
  const zero = ['bar', 'column', 'stacked', 'area'].includes(kind) ? [0] : [];
  const low = Math.min(...known, ...zero);
  const high = Math.max(...known, ...zero);
  const pitch = (/** @type {string} */ value) => LOW * (HIGH / LOW) ** (high > low ? (Number(value) - low) / (high - low) : 0.5);
  // How far each mark is from the one before it in its series; the shortest way is one step.
  const away = marks.map(({ dataset }, at) => {
    const before = marks[at - 1]?.dataset;
    return before && before.series === dataset.series ? Number(dataset.at) - Number(before.at) : 0;
  });
  const unit = Math.min(...away.filter((far) => far > 0));
  return marks.flatMap((mark, at) => {
    const { value, low: from, bound } = mark.dataset;
    const left = isTime && away[at] > 0 ? Math.round(away[at] / unit) - 1 : 0;
    /** @type {Note[]} */
    const rests = Array.from({ length: Math.min(left, 4) }, () => ({ sort: 'rest' }));
    if (value === undefined) return [...rests, { sort: 'hiss', mark }];
    const to = pitch(value);
    return [...rests, { sort: 'tone', from: from === undefined ? to : pitch(from), to: to * (GLIDE[bound] ?? 1), mark }];
  });
}

/** @type {{ button: Element, context: AudioContext, timers: number[], mark?: Element } | undefined} */
let playing;

/** Ends what is played. */
export function stop() {
  if (!playing) return;
  const { button, context, timers, mark } = playing;
  playing = undefined;
  timers.forEach(clearTimeout);
  mark?.removeAttribute('data-heard');
  button.setAttribute('aria-pressed', 'false');
  context.close();
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  if (event.key !== 'Escape' || !playing) return;
  event.preventDefault();
  stop();
}

/** @param {AudioContext} context @param {GainNode} gain @param {number} at */
function hiss(context, gain, at) {
  const length = Math.round(context.sampleRate * 0.05);
  const buffer = context.createBuffer(1, length, context.sampleRate);
  const data = buffer.getChannelData(0);
  for (let i = 0; i < length; i += 1) data[i] = (Math.random() * 2 - 1) * 0.3;
  const source = new AudioBufferSourceNode(context, { buffer });
  source.connect(gain);
  source.start(at);
}

/** @param {AudioContext} context @param {GainNode} gain @param {Note} note @param {number} at @param {number} long */
function tone(context, gain, { from, to }, at, long) {
  const voice = new OscillatorNode(context, { type: 'triangle', frequency: from });
  const shape = new GainNode(context, { gain: 0 });
  voice.frequency.setValueAtTime(from, at);
  if (to !== from) voice.frequency.linearRampToValueAtTime(to, at + long);
  shape.gain.setValueAtTime(0, at);
  shape.gain.linearRampToValueAtTime(1, at + 0.015);
  shape.gain.setValueAtTime(1, at + long - 0.03);
  shape.gain.linearRampToValueAtTime(0, at + long);
  voice.connect(shape).connect(gain);
  voice.start(at);
  voice.stop(at + long);
}

/** Plays marks, or ends what is played; `say` is given in words what no tone can say.
 *  @param {Element} button @param {Element[]} marks @param {Of & { say: (words: string) => void }} how */
export function play(button, marks, { say, kind, isTime }) {
  const wasPlaying = playing?.button === button;
  stop();
  if (wasPlaying || !marks.length) return;
  const series = notes(marks, { kind, isTime });
  // A long series is played faster, so that none takes longer than a quarter of a minute.
  const pace = Math.max(0.05, Math.min(0.3, 15 / series.length));
  const context = new AudioContext();
  const gain = new GainNode(context, { gain: 0.12 });
  gain.connect(context.destination);
  const start = context.currentTime + 0.1;
  playing = { button, context, timers: [], mark: undefined };
  button.setAttribute('aria-pressed', 'true');
  /** @type {string} */
  let name;
  series.forEach((note, at) => {
    const when = start + at * pace;
    if (note.sort === 'tone') tone(context, gain, note, when, Math.max(0.05, pace * 0.85));
    else if (note.sort === 'hiss') hiss(context, gain, when);
    const label = note.mark?.closest('.part')?.getAttribute('aria-label');
    const words = note.sort === 'hiss' ? note.mark.getAttribute('aria-label') : label !== name && label;
    name = label ?? name;
    playing.timers.push(setTimeout(() => {
      playing.mark?.removeAttribute('data-heard');
      playing.mark = note.mark;
      note.mark?.setAttribute('data-heard', '');
      if (words) say(words);
    }, 100 + at * pace * 1000));
  });
  playing.timers.push(setTimeout(stop, 100 + series.length * pace * 1000 + 150));
}

// Only where there is a page: the sounds of a series are also worked out without one.
if (typeof window !== 'undefined') addEventListener('keydown', onKey, { capture: true });
