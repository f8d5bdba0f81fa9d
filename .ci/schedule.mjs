// Runs steps side by side: a step starts when the steps it needs have passed, a core is free, and no running step holds
// one of its locks. Of the steps that may start, the one with the most work behind it goes first.
import { spawn } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} Step
 * @property {string} name       Unique; also the name of its log file.
 * @property {string[]} command  Program and arguments.
 * @property {string[]} [needs]  Names of steps that must pass first.
 * @property {string[]} [locks]  What it shares with no other running step (a build folder that cargo locks, for example).
 * @property {number} [seconds]  Expected duration; decides the order only.
 * @property {Record<string, string>} [env]
 */

/** @typedef {{ name: string, state: 'passed' | 'failed' | 'skipped', seconds: number, log: string }} Outcome */

const plain = (text) => text.replace(/\u001b\[[0-9;]*[A-Za-z]/g, '');
const lastLine = (text) => plain(text).split(/[\r\n]+/).filter((line) => line.trim()).at(-1)?.trim() ?? '';

/** Seconds in words, as the shell scripts beside this one write them. */
export const spell = (seconds) => (seconds < 60 ? `${seconds.toFixed(1)} s` : `${Math.floor(seconds / 60)} min ${String(Math.floor(seconds % 60)).padStart(2, '0')} s`);

/** The work that waits for a step: its own seconds and those of the longest chain that needs it. */
export function chains(steps) {
  const known = new Map();
  const chain = (step) => {
    if (known.has(step.name)) return known.get(step.name);
    known.set(step.name, Infinity); // a circle would otherwise never end; `check` refuses it
    const after = steps.filter(({ needs = [] }) => needs.includes(step.name)).map(chain);
    known.set(step.name, (step.seconds ?? 1) + Math.max(0, ...after));
    return known.get(step.name);
  };
  steps.forEach(chain);
  return known;
}

/** Fails where a step needs one that does not exist, or where steps wait for each other. */
export function check(steps) {
  const names = new Set(steps.map(({ name }) => name));
  if (names.size !== steps.length) throw new Error('two steps have the same name');
  for (const { name, needs = [] } of steps) {
    for (const need of needs) if (!names.has(need)) throw new Error(`the step "${name}" needs "${need}", which does not exist`);
  }
  const passed = new Set();
  for (let left = steps; left.length > 0;) {
    const next = left.filter(({ needs = [] }) => needs.every((need) => passed.has(need)));
    if (next.length === 0) throw new Error(`these steps wait for each other: ${left.map(({ name }) => name).join(', ')}`);
    next.forEach(({ name }) => passed.add(name));
    left = left.filter(({ name }) => !passed.has(name));
  }
}

/**
 * Runs all steps and resolves to their outcomes, in the order in which they ended. A step whose need failed is skipped;
 * all others run, so that one run names every fault.
 * @param {Step[]} steps
 * @param {{ logs: string, slots: number, say?: (line: string) => void, every?: number }} options
 *   `every`: seconds between two lines that say what is running.
 * @returns {Promise<Outcome[]>}
 */
export async function runAll(steps, { logs, slots, say = console.log, every = 15 }) {
  check(steps);
  const weight = chains(steps);
  const waiting = [...steps].sort((a, b) => weight.get(b.name) - weight.get(a.name));
  const running = new Map();
  /** @type {Outcome[]} */
  const outcomes = [];
  const state = (name) => outcomes.find((outcome) => outcome.name === name)?.state;
  const began = Date.now();

  const progress = setInterval(() => {
    const now = [...running.values()].map(({ step, since, text }) => {
      const line = lastLine(text()).slice(0, 90);
      return `${step.name} (${spell((Date.now() - since) / 1000)})${line ? `: ${line}` : ''}`;
    });
    say(`… ${spell((Date.now() - began) / 1000)}, ${outcomes.length} of ${steps.length} steps done; running: ${now.join(' | ')}`);
  }, every * 1000);

  const start = (step) => new Promise((ended) => {
    const since = Date.now();
    const file = createWriteStream(join(logs, `${step.name.replace(/[^\w.-]+/g, '-')}.log`));
    let text = '';
    const [program, ...rest] = step.command;
    const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...step.env } });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (part) => { text += part; file.write(part); });
    }
    running.set(step.name, { step, since, text: () => text.slice(-2000) });
    const close = (code) => {
      running.delete(step.name);
      const outcome = { name: step.name, state: code === 0 ? 'passed' : 'failed', seconds: (Date.now() - since) / 1000, log: plain(text) };
      outcomes.push(outcome);
      if (code === 0) say(`✓ ${step.name} (${spell(outcome.seconds)})`);
      else say(`${text.trimEnd()}\n✗ ${step.name} (after ${spell(outcome.seconds)})`);
      file.end(() => ended());
    };
    child.on('error', (reason) => { text += `${reason}\n`; close(1); });
    child.on('close', (code) => { if (running.has(step.name)) close(code ?? 1); });
  });

  try {
    while (waiting.length > 0 || running.size > 0) {
      for (const step of waiting.filter(({ needs = [] }) => needs.some((need) => ['failed', 'skipped'].includes(state(need))))) {
        waiting.splice(waiting.indexOf(step), 1);
        outcomes.push({ name: step.name, state: 'skipped', seconds: 0, log: '' });
        say(`– ${step.name} did not run: ${step.needs.filter((need) => state(need) !== 'passed').join(', ')} did not pass`);
      }
      const held = new Set([...running.values()].flatMap(({ step }) => step.locks ?? []));
      const next = running.size < slots && waiting.find(({ needs = [], locks = [] }) =>
        needs.every((need) => state(need) === 'passed') && locks.every((lock) => !held.has(lock)));
      if (next) {
        waiting.splice(waiting.indexOf(next), 1);
        const promise = start(next);
        running.get(next.name).promise = promise;
      } else if (running.size > 0) {
        await Promise.race([...running.values()].map(({ promise }) => promise));
      }
    }
  } finally {
    clearInterval(progress);
  }
  return outcomes;
}

/** What a file of JSON holds, or `fallback` where there is none. */
export function readJson(path, fallback) {
  try { return JSON.parse(readFileSync(path, 'utf8')); } catch { return fallback; }
}
