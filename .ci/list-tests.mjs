// Loaded before a file of end-to-end tests (`node --import`): prints the names of its tests instead of running them.
import { register } from 'node:module';

const source = `
  export const test = (name) => { console.log(name); };
  export const [it, describe] = [test, (name, body) => { (body ?? name)(); }];
  export const [before, after, beforeEach, afterEach] = [() => {}, () => {}, () => {}, () => {}];
  test.skip = () => {};
  export default test;
`;
const hooks = `
  export async function resolve(name, context, next) {
    return name === 'node:test' ? { url: 'list:tests', shortCircuit: true } : next(name, context);
  }
  export async function load(url, context, next) {
    return url === 'list:tests' ? { format: 'module', source: ${JSON.stringify(source)}, shortCircuit: true } : next(url, context);
  }
`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
