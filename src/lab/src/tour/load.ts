import { addMessages } from '../messages';
import en from '../messages/tour.en';
import zh from '../messages/tour.zh';

addMessages({ en, zh });

export { default as Tour } from './Tour.svelte';
export { tour } from './tour.svelte';
