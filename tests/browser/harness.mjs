// One import for tests: the browser, its popup, a recording, a server, and waiting.

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
export { replay, replayByPlaywright } from "./replay.mjs";
export { NPM, PAGES, SITE, serve } from "./serve.mjs";
export { pause, waitFor } from "./wait.mjs";
