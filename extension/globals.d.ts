// Types of what the extension's contexts share without importing it: the isolated world's `overt`, and files the build puts beside ours.

/** What the indicator shows. */
interface OvertIndicatorState {
  paused: boolean;
  /** The page stands where the policy does not let it be recorded: it is paused there, and no press resumes it. */
  outside: boolean;
  steps: number;
}
interface OvertIndicator {
  update(state: OvertIndicatorState): void;
  /** Resolves true once the sign is on screen, false when it cannot be. */
  shown: Promise<boolean>;
  remove(): void;
}
interface OvertIndicatorOptions {
  words: import("./protocol").SignWords;
  place: import("./protocol").SignPlace;
  /** The person wants to see the ledger. */
  onOpen(): void;
  /** The person moved the sign, or made it small or large. */
  onPlace(place: import("./protocol").SignPlace): void;
  /** The person pressed Pause or Resume. */
  onPause(): void;
  onStop(): void;
  /** Called with false, once, when the sign could not be kept on screen. */
  onState(shown: boolean, reason: import("./protocol").UnseenReason): void;
}
interface OvertLink {
  /** Write ahead and send, in this very tick; the highest revision wins. */
  keep(
    session: string,
    sequence: number,
    revision: number,
    json: string,
    observation: string | undefined,
    made: number,
  ): void;
  /** The reply, or undefined when nobody answered. */
  tell(message: import("./protocol").FromPage): Promise<any>;
  /** Whether the extension that injected us still exists. */
  alive(): boolean;
  /** Hears no more of the background. */
  close(): void;
}
interface OvertLinkOptions {
  document: string;
  /** The background refused, or the extension is gone. Never called in the caller's tick. */
  onEnded(): void;
  /** The background told the document's state. */
  onState(state: import("./protocol").StateMessage): void;
}
interface OvertRecorder {
  pause(): void;
  /** `clock`: what times count from since the pause, epoch ms. */
  resume(clock: number): void;
  /** Removes every listener and calls `indicator.remove()`. */
  free(): void;
}
interface OvertEngine {
  engine: import("./protocol").EngineName;
  /** What the Wasm exports. */
  core: {
    /** `key`: 32 hex digits; `terms`: one a line; `clock`: what times count from, epoch ms; `frame`: indices below the top page. */
    Recorder: new (
      indicator: { remove(): void },
      key: string,
      floor: import("./protocol").Floor,
      terms: string,
      clock: number,
      /** Until `resume`. */
      paused: boolean,
      tab: number,
      frame: Uint32Array,
      /** One path prefix a line. */
      allowed: string,
      denied: string,
      emit: (sequence: number, revision: number, json: string, observation?: string) => void,
      /** Called when the page goes to where it may not be recorded, and when it comes back. */
      placed: (inside: boolean) => void,
    ) => OvertRecorder;
  };
}
/** One run of main.js in one document. */
interface OvertLive {
  alive(): boolean;
  end(): void;
}
interface OvertShared {
  /** content/page.js, find.js, beside.js and events.js: what the core asks of the page. */
  page: Record<string, any>;
  /** content/hover.js. */
  hover: { over(element: unknown): void; revealed(pressed: unknown): Element | undefined; forget(): void };
  /** This document's own frames that are recorded, by their index. */
  frames?: Set<number>;
  createIndicator(options: OvertIndicatorOptions): OvertIndicator;
  createLink(options: OvertLinkOptions): OvertLink;
  /** Whether this is our own element: its events are never steps. */
  isOurs(element: unknown): boolean;
  /** Generated content/recorder.js. Synchronous; throws when neither engine starts. */
  startEngine(): OvertEngine;
  /** Hosts of our indicators. */
  ours: WeakSet<object>;
  live: OvertLive | undefined;
}
// eslint-disable-next-line no-var -- a property of globalThis is what content scripts share
declare var overt: OvertShared;
