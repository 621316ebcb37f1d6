// Answers the extension's own pages: popup and review.
import { openStore } from "../shared/store.js";
import { setPaused, start, stop } from "./session.js";
import { changeIndex, forgetLast, forgetStep } from "./steps.js";

/**
 * @param {import("../protocol").FromOwnPage} message
 * @returns {Promise<import("../protocol").DoneReply>}
 */
export async function answerOwnPage(message) {
  switch (message.type) {
    case "start":
      return start(message.floor, message.goal);
    case "pause":
      return setPaused(true, message.until);
    case "resume":
      return setPaused(false);
    case "stop":
      return stop();
    case "describe": {
      const store = await openStore();
      const session = await store.get("sessions", message.session);
      if (!session) return { done: false, reason: "error_session_deleted" };
      await store.put("sessions", { ...session, goal: message.goal, outcome: message.outcome });
      return { done: true };
    }
    case "forgetLast":
      return forgetLast();
    case "deleteStep":
      return forgetStep(message.session, message);
    case "deleteSession": {
      const store = await openStore();
      const write = store.transaction(["sessions", "steps", "observations"], "readwrite");
      await write.objectStore("sessions").delete(message.session);
      for (const name of ["steps", "observations"]) {
        const rows = write.objectStore(name);
        for (const key of await rows.index("session").getAllKeys(message.session)) await rows.delete(key);
      }
      await write.done;
      await changeIndex((index) => void delete index[message.session]);
      return { done: true };
    }
  }
}
