// Types of what the extension's contexts share without importing it: the isolated world's `overt`, and files the build puts beside ours.

/** What the indicator shows. */
interface OvertIndicatorState {
  paused: boolean;
  steps: number;
  floor: import("./protocol").Floor;
}
interface OvertIndicator {
  update(state: OvertIndicatorState): void;
  /** Resolves true once the sign is on screen, false when it cannot be. */
  shown: Promise<boolean>;
  remove(): void;
}
interface OvertIndicatorOptions {
  /** The person pressed Pause or Resume. */
  onPause(): void;
  onStop(): void;
  /** Called with false, once, when the sign could not be kept on screen. */
  onState(shown: boolean, reason: string): void;
}
interface OvertLink {
  /** Write ahead and send, in this very tick; the highest revision wins. */
  keep(session: string, sequence: number, revision: number, json: string): void;
  /** The reply, or undefined when nobody answered. */
  tell(message: import("./protocol").FromPage): Promise<any>;
  /** Whether the extension that injected us still exists. */
  alive(): boolean;
}
interface OvertLinkOptions {
  document: string;
  /** The background refused, or the extension is gone. Never called in the caller's tick. */
  onEnded(): void;
}
interface OvertRecorder {
  pause(): void;
  resume(): void;
  /** Removes every listener and calls `indicator.remove()`. */
  free(): void;
}
interface OvertEngine {
  engine: import("./protocol").EngineName;
  /** What the Wasm exports. */
  core: {
    /** `key`: 32 hex digits; `started`: epoch ms; `frame`: indices below the top page. */
    Recorder: new (
      indicator: { remove(): void },
      key: string,
      floor: import("./protocol").Floor,
      started: number,
      tab: number,
      frame: Uint32Array,
      emit: (sequence: number, revision: number, json: string) => void,
    ) => OvertRecorder;
  };
}
/** One run of main.js in one document. */
interface OvertLive {
  alive(): boolean;
  end(): void;
}
interface OvertShared {
  /** content/page.js and events.js: what the Wasm asks of the page. */
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
  /** `performance.now()` at the first line of the content script. */
  began: number;
  /** Hosts of our indicators. */
  ours: WeakSet<object>;
  live: OvertLive | undefined;
}
// eslint-disable-next-line no-var -- a property of globalThis is what content scripts share
declare var overt: OvertShared;

declare module "*/vendor/idb.js" {
  interface Index {
    getAll(query?: unknown): Promise<any[]>;
    getAllKeys(query?: unknown): Promise<any[]>;
    count(query?: unknown): Promise<number>;
  }
  interface Store extends Index {
    get(key: unknown): Promise<any>;
    put(value: unknown): Promise<unknown>;
    delete(key: unknown): Promise<void>;
    index(name: string): Index;
    createIndex(name: string, keyPath: string | string[]): Index;
  }
  interface Transaction {
    objectStore(name: string): Store;
    done: Promise<void>;
  }
  export interface Database {
    get(store: string, key: unknown): Promise<any>;
    getAll(store: string, query?: unknown): Promise<any[]>;
    put(store: string, value: unknown): Promise<unknown>;
    getAllFromIndex(store: string, index: string, query?: unknown): Promise<any[]>;
    countFromIndex(store: string, index: string, query?: unknown): Promise<number>;
    transaction(stores: string | string[], mode?: IDBTransactionMode): Transaction;
    createObjectStore(name: string, options: IDBObjectStoreParameters): Store;
    close(): void;
  }
  export function openDB(
    name: string,
    version: number,
    hooks: {
      upgrade?(database: Database): void;
      blocking?(current: number, next: number | null, event: Event): void;
      terminated?(): void;
    },
  ): Promise<Database>;
}

declare module "*/core/overt.js" {
  /** Loads the Wasm beside the module; call once before anything else. */
  export default function init(): Promise<unknown>;
  /** The match pattern to grant for this page; throws with the reason for a page that cannot be recorded. */
  export function site_of(url: string): string;
  export function sentence(step: string): string;
  export function export_trace(session: string, steps: string): string;
  export function export_playwright(session: string, steps: string): string;
  export function export_user_flow(session: string, steps: string): string;
  /** JSON `{header, steps, footer}`; throws "line N: reason". */
  export function read_trace(text: string): string;
}
