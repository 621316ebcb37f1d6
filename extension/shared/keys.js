// The keys of what is stored: one for each session, and one for what is of none. They are in a file of the origin private file
// system, because there what is deleted is gone from the files; IndexedDB and `storage.local` keep it in their logs.
import { Seal } from "../core/overt.js";
import { loadCore } from "./core.js";

const FILE = "keys";
/** The key of the settings, the receipts and the index. */
export const OWN = "own";
/** For messages to the extension's other contexts that there are other keys now. */
const channel = new BroadcastChannel("keys");

/** By the session's id, as they were in the file when it was read last. @type {Map<string, {key: string, seal: Seal}>} */
const seals = new Map();
/** @type {Promise<void> | undefined} */
let loading;
channel.onmessage = () => (loading = undefined);

/** Reads the keys, unless nothing has changed since; `sealOf` knows them after that. */
export function loadKeys() {
  loading ??= read().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** The key of a session, or of what is of none; undefined where it was deleted. @param {string} name */
export const sealOf = (name) => seals.get(name)?.seal;

/** The sessions that have a key. */
export const keyNames = () => [...seals.keys()];

/** Makes the key of a session. @param {string} name */
export const makeKey = (name) => change((keys) => void (keys[name] ??= newKey()));

/** Throws the key of a session away: what it sealed is noise from now on. @param {string} name */
export const dropKey = (name) => change((keys) => void delete keys[name]);

/** Throws every key away. */
export async function dropKeys() {
  await navigator.locks.request(FILE, async () => {
    const root = await navigator.storage.getDirectory();
    // One that is not there is deleted already.
    await root.removeEntry(FILE).catch((error) => {
      if (error?.name !== "NotFoundError") throw error;
    });
    sendChange({});
    // Whoever needs them next makes new ones.
    loading = undefined;
  });
}

const newKey = () => crypto.getRandomValues(new Uint8Array(32)).toBase64();

async function read() {
  const [keys] = await Promise.all([readFile(), loadCore()]);
  if (keys[OWN]) return use(keys);
  await makeKey(OWN);
}

/** @returns {Promise<Record<string, string>>} */
async function readFile() {
  try {
    const file = await (await (await navigator.storage.getDirectory()).getFileHandle(FILE)).getFile();
    const keys = JSON.parse(await file.text());
    return typeof keys === "object" && keys !== null ? keys : {};
  } catch (error) {
    // There is none yet, or it is damaged: what was sealed with its keys is lost.
    const none = error instanceof Error && ["NotFoundError", "SyntaxError"].includes(error.name);
    if (none) return {};
    throw error;
  }
}

/** @param {(keys: Record<string, string>) => void} by */
async function change(by) {
  await loadCore();
  await navigator.locks.request(FILE, async () => {
    const keys = await readFile();
    by(keys);
    const handle = await (await navigator.storage.getDirectory()).getFileHandle(FILE, { create: true });
    // It is written beside the file, and takes its place when it is closed.
    const file = await handle.createWritable();
    await file.write(JSON.stringify(keys));
    await file.close();
    sendChange(keys);
  });
}

/** @param {Record<string, string>} keys */
function sendChange(keys) {
  use(keys);
  channel.postMessage(undefined);
}

/** @param {Record<string, string>} keys */
function use(keys) {
  for (const [name, { key, seal }] of seals) {
    if (keys[name] === key) continue;
    seals.delete(name);
    seal.free();
  }
  for (const [name, key] of Object.entries(keys)) {
    const seal = seals.has(name) ? undefined : sealFrom(key);
    if (seal) seals.set(name, { key, seal });
  }
}

/** @param {string} key */
function sealFrom(key) {
  try {
    return new Seal(bytesOf(key));
  } catch {
    return undefined;
  }
}

// ---- what a seal makes, as text

/** Seals a text, as base64. @param {Seal} seal @param {string} place @param {string} text @returns {string} */
export const sealText = (seal, place, text) => seal.seal(nonce(), place, text).toBase64();

/** Opens it; undefined where it is not of this key and place. @param {Seal} seal @param {string} place @param {string} sealed */
export function openText(seal, place, sealed) {
  try {
    return seal.open(place, bytesOf(sealed));
  } catch {
    return undefined;
  }
}

/** Never used twice with a key: there are 2^96, and a session seals some ten thousand texts. */
export const nonce = () => crypto.getRandomValues(new Uint8Array(12));

/** @param {string} base64 @returns {Uint8Array} */
const bytesOf = (base64) => Uint8Array.fromBase64(base64);
