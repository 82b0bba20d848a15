// Runs every ONNX file of a folder on the inputs in NAME.onnx.json (rows of numbers) and prints {"NAME.onnx": rows of outputs}.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as ort from 'onnxruntime-web';

ort.env.wasm.numThreads = 1;
ort.env.logLevel = 'error';

const folder = process.argv[2];
const results = {};
for (const name of (await readdir(folder)).filter(name => name.endsWith('.onnx')).sort()) {
    const rows = JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8'));
    const session = await ort.InferenceSession.create(await readFile(join(folder, name)), { executionProviders: ['wasm'] });
    const input = new ort.Tensor('float32', Float32Array.from(rows.flat()), [rows.length, rows[0].length]);
    const { output } = await session.run({ [session.inputNames[0]]: input });
    const width = output.dims[1];
    results[name] = rows.map((_, i) => Array.from(output.data.slice(i * width, (i + 1) * width)));
}
console.log(JSON.stringify(results));
