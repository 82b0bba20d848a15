// The published engine in Node, called as the page's worker calls it.
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';

/** Starts the engine that lies in a folder. */
export async function startEngine(framework) {
  const { dotnet } = await import(new URL('dotnet.js', pathToFileURL(resolve(framework) + '/')).href);
  const runtime = await dotnet.create();
  let bytes;
  runtime.setModuleImports('page', { fill: (room) => room.set(bytes) });
  const { Api } = (await runtime.getAssemblyExports('Nabla.Browser.dll')).Nabla.Browser;
  const given = (args) => {
    for (const arg of args) {
      if (!(arg instanceof Uint8Array)) continue;
      // A Buffer is not taken for what it is made of.
      bytes = new Uint8Array(arg.buffer, arg.byteOffset, arg.length);
      Api.Give(bytes.length);
    }
    return JSON.stringify(args.filter((arg) => !(arg instanceof Uint8Array)));
  };
  const call = (method, ...args) => {
    const text = given(args);
    return JSON.parse(Api.Call(method, text));
  };
  const fetch = (method, ...args) => {
    const text = given(args);
    return Api.Fetch(method, text);
  };
  return {
    call,
    fetch,
    /** Long work, to its result. */
    until: (method, ...args) => {
      for (;;) {
        const { result } = call(method, ...args, 1000);
        if (result) return result;
      }
    },
    /** Training, or a way through time, to its end. */
    go: (method, step) => {
      for (;;) if (call(method, step, 1000).arrived) return;
    },
  };
}
