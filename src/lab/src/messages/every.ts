import { addMessages } from './index';

// The texts of all chapters at once, for tests.
const files = import.meta.glob<{ default: Record<string, string> }>(['./*.{en,zh}.ts', './challenges/*.{en,zh}.ts'], { eager: true });
for (const [path, { default: texts }] of Object.entries(files)) addMessages(path.endsWith('.en.ts') ? { en: texts, zh: {} } : { en: {}, zh: texts });
