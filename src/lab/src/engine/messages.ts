import type { Laboratory, Progress, Said } from './types';

/** What the page tells the worker. */
export type Request =
  | { readonly kind: 'start'; readonly base: string }
  | { readonly kind: 'call'; readonly id: number; readonly method: keyof Laboratory; readonly args: readonly unknown[] }
  | { readonly kind: 'go'; readonly id: number; readonly method: 'advance' | 'seek'; readonly step: number }
  | { readonly kind: 'stop'; readonly id: number };

/** What the worker tells the page. */
export type Reply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly reason: string }
  /** How far long work has come, 0 to 1. */
  | { readonly kind: 'work'; readonly id: number; readonly done: number }
  | { readonly kind: 'training'; readonly id: number; readonly progress: Progress }
  | { readonly kind: 'replies'; readonly replies: readonly CallReply[] };

/** How a request ends. */
export type CallReply =
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly said: Said }
  | { readonly kind: 'stopped'; readonly id: number };
