import { plainly } from '../messages/said';
import type { CallReply, Reply, Request } from './messages';
import { calls } from './types';
import type { CostPoint, EpochPoint, Laboratory, Progress, Said, Sliced } from './types';

/** What Api.cs exports. */
interface Api {
  Give(length: number): void;
  Call(method: string, args: string): string;
  Fetch(method: string, args: string): Uint8Array;
}

interface Runtime {
  setModuleImports(name: string, imports: Record<string, unknown>): void;
  getAssemblyExports(assembly: string): Promise<{ Nabla: { Browser: { Api: Api } } }>;
}

const scope = self as unknown as { onmessage: ((event: MessageEvent<Request>) => void) | null; postMessage(reply: Reply): void };

// Long enough that the overhead of a slice is small, short enough that a question never waits long.
const sliceMilliseconds = 30;
// Each report makes the page ask and draw anew: ten times a second looks alive and leaves most of the machine to training.
const reportMilliseconds = 100;

// Nothing is asked before it is there.
let api: Api;
let given: Uint8Array = new Uint8Array();
let going = 0;
let held: CallReply[] = [];
const stopped = new Set<number>();

// dotnet.js takes a worker that has its own onmessage for one of its threads, unless it is told.
(globalThis as { dotnetSidecar?: boolean }).dotnetSidecar = true;

scope.onmessage = ({ data }) => {
  if (data.kind === 'start') void start(data.base);
  else if (data.kind === 'stop') stopped.add(data.id);
  else void answer(data);
};

async function start(base: string): Promise<void> {
  try {
    const address = new URL('_framework/dotnet.js', base).href;
    const { dotnet } = (await import(/* @vite-ignore */ address)) as { dotnet: { create(): Promise<Runtime> } };
    const runtime = await dotnet.create();
    runtime.setModuleImports('page', { fill: (room: { set(bytes: Uint8Array): void }) => room.set(given) });
    api = (await runtime.getAssemblyExports('Nabla.Browser.dll')).Nabla.Browser.Api;
    scope.postMessage({ kind: 'ready' });
  } catch (error) {
    scope.postMessage({ kind: 'failed', reason: reasonOf(error) });
  }
}

async function answer(request: Exclude<Request, { kind: 'start' | 'stop' }>): Promise<void> {
  const { id } = request;
  try {
    const value = await valueOf(request);
    held.push(value === undefined ? { kind: 'stopped', id } : { kind: 'answer', id, value });
  } catch (error) {
    held.push({ kind: 'error', id, said: saidOf(error) });
  } finally {
    stopped.delete(id);
    if (going === id) going = 0;
    if (going === 0) release();
  }
}

/** Undefined where the work was stopped. */
async function valueOf(request: Exclude<Request, { kind: 'start' | 'stop' }>): Promise<unknown> {
  if (request.kind === 'go') return go(request.id, request.method, request.step);
  if (request.method === 'start') going = 0;
  return isSliced(request.method) ? slices(request.id, request.method, request.args) : call(request.method, request.args);
}

/** While the network trains, all that was asked about one moment is answered together, so that the page draws it once. */
function release(): void {
  const replies = held;
  held = [];
  if (replies.length > 0) scope.postMessage({ kind: 'replies', replies });
}

/** Trains or replays, slice after slice, until it is there or stopped or something else goes; reports on the way. */
async function go(id: number, method: 'advance' | 'seek', goal: number): Promise<Progress> {
  going = id;
  let until = goal;
  let costs: readonly CostPoint[] = [];
  let epochs: readonly EpochPoint[] = [];
  let reported = 0;
  for (;;) {
    const slice = call(method, [until, sliceMilliseconds]) as Progress;
    costs = [...costs, ...slice.costs];
    epochs = [...epochs, ...slice.epochs];
    if (!slice.arrived) await pause();
    const progress = { ...slice, costs, epochs, arrived: slice.arrived && until === goal };
    if (slice.arrived || (stopped.has(id) && !slice.evaluating) || going !== id) return progress;
    // An epoch that ended is judged before a pause, so that what is seen there is measured; but no other begins.
    if (stopped.has(id)) until = slice.moment.step;
    // Whoever trains sees each moment, with all that was asked about it. Moments on the way to another are not to be seen: there the page
    // must know that it is on its way before it hears of any.
    const isPassing = method === 'seek';
    if (!isPassing) release();
    const now = performance.now();
    if (now - reported < reportMilliseconds) continue;
    scope.postMessage({ kind: 'training', id, progress });
    if (isPassing) release();
    costs = [];
    epochs = [];
    reported = now;
  }
}

/** Long work; undefined where it was stopped. */
async function slices(id: number, method: keyof Laboratory, args: readonly unknown[]): Promise<unknown> {
  for (;;) {
    const slice = call(method, [...args, sliceMilliseconds]) as Sliced<unknown>;
    scope.postMessage({ kind: 'work', id, done: slice.done });
    if (slice.result !== null) return slice.result;
    await pause();
    if (stopped.has(id)) return undefined;
  }
}

function call(method: keyof Laboratory, args: readonly unknown[]): unknown {
  for (const arg of args) {
    if (!(arg instanceof Uint8Array)) continue;
    given = arg;
    api.Give(arg.length);
  }
  given = new Uint8Array();
  const text = JSON.stringify(args.filter((arg) => !(arg instanceof Uint8Array)));
  const kind = calls[method].answer;
  if (kind === 'json') return JSON.parse(api.Call(method, text));
  const bytes = api.Fetch(method, text);
  if (kind === 'bytes') return bytes;
  // A copy begins where any number may begin.
  const { buffer } = bytes.slice();
  if (kind === 'ints') return new Int32Array(buffer);
  return kind === 'floats' ? new Float32Array(buffer) : new Float64Array(buffer);
}

function isSliced(method: keyof Laboratory): boolean {
  return calls[method].sliced;
}

/** A refusal of the engine is its sentence in JSON; whatever else goes wrong has no more than a message. */
function saidOf(error: unknown): Said {
  const reason = reasonOf(error);
  return reason.startsWith('{"key":') ? (JSON.parse(reason) as Said) : plainly(reason);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Lets messages in. A timer would wait for at least 4 ms. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
