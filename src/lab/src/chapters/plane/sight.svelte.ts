import type { Attachment } from 'svelte/attachments';

/** Whether something has been in sight: what takes a second of the engine's time is only for whoever comes to see it. */
export class Sight {
  seen = $state(false);

  readonly look: Attachment<HTMLElement> = (element) => {
    const observer = new IntersectionObserver((entries) => (this.seen ||= entries.some(({ isIntersecting }) => isIntersecting)));
    observer.observe(element);
    return () => observer.disconnect();
  };
}
