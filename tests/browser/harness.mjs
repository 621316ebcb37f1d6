// One import for tests: the browser, its popup, a recording, a server, and waiting.
// What replays is in replay.mjs: to load Playwright takes longer than to load all of these.

export { CHROMIUM, EXTENSION, KIND, notInFirefox, openBrowser, openPlainBrowser } from "./browser.mjs";
export { clickEnabled, closePopup, isGranted, openPopup, switchOn } from "./popup.mjs";
export {
  badge,
  brief,
  exportAs,
  exportSession,
  liveDocuments,
  openReview,
  readTrace,
  recordTask,
  recorded,
  shownSteps,
  startRecording,
  stepCount,
  stopRecording,
} from "./record.mjs";
export { NPM, PAGES, SITE, serve } from "./serve.mjs";
export { pause, waitFor } from "./wait.mjs";
