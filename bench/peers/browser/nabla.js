// A worker that trains with Nabla.
globalThis.dotnetSidecar = true; // else the runtime takes a worker for one of its threads

const { dotnet } = await import('/bin/_framework/dotnet.js');
const runtime = await dotnet.create();
const job = (await runtime.getAssemblyExports('Nabla.PeerJob.dll')).Nabla.PeerJob.Job;

onmessage = ({ data }) => {
  if (data.pixels) job.Prepare(data.pixels, data.labels);
  const [seconds, cost] = data.pixels ? [0, 0] : job.Epoch();
  postMessage({ seconds, cost });
};
postMessage({});
