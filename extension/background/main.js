// The background: listeners at top level, no state in variables; any of them can be the first to run after waking.
import { api } from "../shared/api.js";
import { askConsent, hasConsent } from "../shared/consent.js";
import { onPolicyChange } from "../shared/policy.js";
import { answerCommand } from "./commands.js";
import { expire } from "./delete.js";
import { finishEnded, recover } from "./end.js";
import { clearLeftover } from "./leftover.js";
import { answerOwnPage } from "./own-pages.js";
import { fromOwnPage, fromPage } from "./messages.js";
import { answerPage } from "./pages.js";
import { admit, applyPolicy, endRevoked } from "./session.js";
import { tabClosed, tabInFront, tabOpened, windowInFront } from "./tabs.js";

api.runtime.onMessage.addListener((message, sender, reply) => {
  if (sender.id !== api.runtime.id || typeof message?.type !== "string") return false;
  // Our own pages have our origin, in a tab or not; everything else is a page of somebody else's.
  const own = sender.url?.startsWith(api.runtime.getURL("")) ?? false;
  const known = own ? fromOwnPage(message) : fromPage(message);
  if (!known) {
    reply({ refused: "message" });
    return false;
  }
  const answer = "sender" in known ? answerPage(known, sender) : answerOwnPage(known);
  answer.then(reply, (error) => {
    console.error("Overt:", message.type, error instanceof Error ? error.name : "");
    reply(undefined);
  });
  return true;
});

api.permissions.onAdded.addListener(({ origins }) => void admit(origins ?? []));
api.permissions.onRemoved.addListener(() => void endRevoked());
onPolicyChange(() => void applyPolicy());
api.commands.onCommand.addListener((command) => void answerCommand(command));
api.tabs.onCreated.addListener(({ id }) => void (id !== undefined && tabOpened(id)));
api.tabs.onActivated.addListener(({ tabId }) => void tabInFront(tabId));
api.windows.onFocusChanged.addListener((windowId) => void windowInFront(windowId));
api.tabs.onRemoved.addListener((tabId) => void tabClosed(tabId));
api.runtime.onStartup.addListener(() => void recover().then(expire));
api.runtime.onInstalled.addListener(() => {
  void welcome(); // before all else: the person waits for it
  void clearLeftover();
  void recover();
});

void finishEnded();

/** Asks for consent where there is none, or none that can be read: at the install, and after an update that changed the text. */
async function welcome() {
  if (!(await hasConsent().catch(() => false))) await askConsent();
}
