/** The published sets that the engine knows, all of one shape. */
export const publishedSets = ['mnist', 'fashion-mnist', 'kmnist'] as const;
export type SetName = (typeof publishedSets)[number];

/** As their authors write them. */
export const titles: Readonly<Record<SetName, string>> = { mnist: 'MNIST', 'fashion-mnist': 'Fashion-MNIST', kmnist: 'KMNIST' };

export function isPublished(name: string | null | undefined): name is SetName {
  return publishedSets.some((one) => one === name);
}

/**
 * The beginnings of the files' SHA-256 digests, by which the sets are told apart: of MNIST's as they are unpacked, of the others' as they
 * were published. The engine's catalogue has them whole (PublishedCatalog.cs), and a test holds these to it.
 */
export const digests: Readonly<Record<SetName, readonly string[]>> = {
  mnist: ['ba891046e6505d7a', '65a50cbbf4e906d7', '0fa7898d509279e4', 'ff7bcfd416de3373'],
  'fashion-mnist': ['3aede38d61863908', 'a04f17134ac03560', '346e55b948d973a9', '67da17c76eaffca5'],
  kmnist: ['51467d22d8cc7292', 'e38f9ebcd0f3ebcd', 'edd7a857845ad6bb', '20bb9a0ef54c7db3'],
};

/** The set that a file of these bytes belongs to, packed or unpacked; null where it is unknown, or the browser makes no digests. */
export async function setOf(...forms: readonly Uint8Array[]): Promise<SetName | null> {
  // Only pages that came by a safe way have it.
  if (globalThis.crypto?.subtle === undefined) return null;
  for (const bytes of forms) {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource));
    const beginning = [...digest.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const found = publishedSets.find((name) => digests[name].includes(beginning));
    if (found !== undefined) return found;
  }
  return null;
}
