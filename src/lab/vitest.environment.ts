/** Tests run without a browser, but as the browser's code: on a server, Svelte's effects do nothing. */
export default {
  name: 'page',
  viteEnvironment: 'client',
  setup: () => ({ teardown: () => {} }),
};
