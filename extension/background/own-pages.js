// Answers the extension's own pages: popup and review.
import { openStore } from "../shared/store.js";
import { setPaused, start, stop } from "./session.js";
import { changeIndex, noteCount } from "./steps.js";

/**
 * @param {import("../protocol").FromOwnPage} message
 * @returns {Promise<import("../protocol").DoneReply>}
 */
export async function answerOwnPage(message) {
  switch (message.type) {
    case "start":
      return start(message.floor, message.goal);
    case "pause":
      return setPaused(true);
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
    case "deleteStep": {
      const store = await openStore();
      const write = store.transaction("steps", "readwrite");
      await write.objectStore("steps").delete([message.session, message.document, message.sequence]);
      const count = await write.objectStore("steps").index("session").count(message.session);
      await write.done;
      await noteCount(message.session, count);
      return { done: true };
    }
    case "deleteSession": {
      const store = await openStore();
      const write = store.transaction(["sessions", "steps"], "readwrite");
      const steps = write.objectStore("steps");
      await write.objectStore("sessions").delete(message.session);
      for (const key of await steps.index("session").getAllKeys(message.session)) await steps.delete(key);
      await write.done;
      await changeIndex((index) => void delete index[message.session]);
      return { done: true };
    }
  }
}
