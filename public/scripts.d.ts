// Types that the scripts of the site share. Only `npx tsc -p .` reads this file; it is not shipped.
export {};

declare global {
  /** What a page holds is HTML or SVG: every element has `dataset`, `focus`, `blur` and `tabIndex`. */
  interface Element extends HTMLOrSVGElement {}
  /** What an event happened to is an element, but for the window and the document. */
  interface EventTarget {
    closest?<E extends Element = Element>(selectors: string): E;
  }
  /** A policy of Trusted Types, where a browser has them. */
  var trustedTypes: { createPolicy(name: string, rules: Record<string, (text: string) => string>): unknown } | undefined;
  /** Makes the nodes of a drawing (svg.js); called by the module that draws. */
  var makeDrawing: (text: string) => Element;
  interface Window {
    trustedTypes?: typeof trustedTypes;
    /** Whether the app has started, once it is known; for tests. */
    appStarted?: 'yes' | 'no';
    /** Puts back the texts that a translation has replaced (early.js). */
    untranslate?: () => void;
    /** Development only: the server was reached before and has gone. */
    devServerWasAway?: boolean;
    /** On pages that show charts in frames (embed/host.js). */
    goodJobsEmbeds?: { look(): void };
  }
  /** Texts of a dialog by their names, from the locale catalogue. */
  type Words = Record<string, string>;
  /** Attributes of an element: see `make` in nodes.js. */
  type Attributes = Record<string, string | number | boolean | undefined | ((event: any) => void)>;
  /** A query with its title, as the reader's list of charts keeps it. */
  type Collected = { query: string; title: string; picture?: string; made_up?: boolean };
  /** A published view (embed/share.json). */
  type Published = { id: string; title: string; query: string };
  /** What the module for embeds answers of a query (src/bin/embed.rs), read from JSON. */
  type Answered = {
    title?: string; figure?: unknown; why?: string; notices: string[]; pinned?: boolean; version?: string; newer?: string;
  };
  type Answers = (query: string) => Promise<string>;
}
