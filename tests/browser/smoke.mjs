// Starts the published engine in Node and prints a short fixed run's numbers as JSON, for the desktop to compare.
// node smoke.mjs FRAMEWORK_FOLDER
import { startEngine } from './engine.mjs';

const { call, fetch, until, go } = await startEngine(process.argv[2]);
const hex = (bytes) => Buffer.from(bytes).toString('hex');

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
