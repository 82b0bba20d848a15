// Starts the published engine in Node and prints a short fixed run's numbers as JSON, for the desktop to compare.
// node smoke.mjs FRAMEWORK_FOLDER
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';

const folder = pathToFileURL(resolve(process.argv[2]) + '/');
const { dotnet } = await import(new URL('dotnet.js', folder).href);
const runtime = await dotnet.create();
runtime.setModuleImports('page', { report: () => {} });
const { Api } = (await runtime.getAssemblyExports('Nabla.Browser.dll')).Nabla.Browser;

const call = (method, ...args) => JSON.parse(Api.Call(method, JSON.stringify(args)));
const fetch = (method, ...args) => Api.Fetch(method, JSON.stringify(args));
const hex = (bytes) => Buffer.from(bytes).toString('hex');
const until = (method, ...args) => {
  for (;;) {
    const { result } = call(method, ...args, 1000);
    if (result) return result;
  }
};
const go = (method, step) => {
  for (;;) if (call(method, step, 1000).arrived) return;
};

until('makeDigits', 300, 100);
const info = call('start', 'nabla:1/data=digits/train-examples=300/test-examples=100/epochs=3/seed=1');
const example = { set: 'test', index: 7 };
const before = { weights: hex(fetch('weights', 1)), explanation: call('explain', example) };
go('advance', info.steps);
const after = { weights: hex(fetch('weights', 1)), explanation: call('explain', example), review: until('review', 'test') };
go('seek', 41);
go('seek', info.steps);
const replayed = hex(fetch('weights', 1));

console.log(JSON.stringify({ info, pixels: hex(fetch('pixels', 'train', 0, 10)), before, after, replayed, history: call('history') }));
