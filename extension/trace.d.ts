// What the lines of a trace hold, as the core writes them: made from docs/trace.schema.json, which is made from src/trace.rs.
// Not edited by hand: `OVERT_WRITE_SCHEMA=1 node --test tests/node/schema-types.test.mjs` writes it anew.

/** What the trace is of. */
export type Header = {
  kind: "header";
  /** In what the task was done. */
  environment: Environment;
  /** The task in the employee's words, masked by the detectors. */
  goal?: Redacted;
  /** How much of the page and of what was typed is kept. */
  maskingLevel?: MaskingLevel;
  /** What the employee wants to add, masked by the detectors. */
  note?: Redacted;
  /** How the task ended, by the employee's word. */
  outcome?: Outcome;
  /** A random id, made when the session started. */
  session: string;
  /** When the session started, ISO 8601, UTC. */
  started: string;
  /** [`VERSION`] of the writer. */
  version: number;
  /** By which the employee can ask for this very file back: random, of this export alone, and on their receipt. */
  withdrawal?: string;
};

/** What the steps below it were taken in. */
export type Observation = {
  kind: "observation";
  /** In a trace the first sixteen hexadecimal digits of the SHA-256 of `text`. */
  id: string;
  /** How many stretches of text were masked in it, by entity type. */
  masked?: MaskCounts;
  /** Lines in the grammar of Playwright's aria snapshots, `- button "Approve" [ref=e5]`. */
  text: Redacted;
};

/** One action of the person. */
export type Step = {
  kind: "step";
  /** What was done. */
  action: Action;
  /** What else is known of the step. */
  flags?: Flag[];
  /** Indices of the frame below the top page; empty for the top page. */
  frame?: number[];
  /** Ordered ways to find each frame of `frame` in the document around it, as those of a target; none for one whose document did not say. Empty where none is known. */
  frameSelectors?: Redacted[][][];
  /** How many stretches of text were masked in this step, by entity type. */
  masked?: MaskCounts;
  /** What the person had before their eyes when they did it. */
  observation?: ObservationRef;
  /** Place in the document as recorded, in the whole trace as exported; from 0. */
  seq: number;
  /** Which of the session's tabs, in the order in which they were first used; 0 is the first. */
  tab?: number;
  /** What it was done to; absent for what concerns the whole page. */
  target?: Target;
  /** Milliseconds recorded since the session started, by which documents are put in order; pauses do not count. */
  time: number;
  /** Where: scheme, host and path. */
  url: Redacted;
};

/** Counts and the hash of all above. */
export type Footer = {
  kind: "footer";
  /** How many stretches of text were masked, by entity type. */
  masked: MaskCounts;
  /** SHA-256, in hexadecimal, of all bytes above this line. */
  sha256: string;
  /** How many steps stand above. */
  steps: number;
};

/** What was done. Names and fields are those of Chrome DevTools Recorder where the meaning is equal. */
export type Action =
  | {
      /** A click; offsets in CSS pixels from the target's top left corner. */
      type: "click";
      /** Which button. */
      button?: Button;
      /** Keys that were held, in the order Alt, Control, Meta, Shift. */
      modifiers?: Modifier[];
      /** To the right. */
      offsetX: number;
      /** Down. */
      offsetY: number;
    }
  | {
      /** Two clicks at once; it takes the place of the click before it. */
      type: "doubleClick";
      /** Which button. */
      button?: Button;
      /** Keys that were held, in the order Alt, Control, Meta, Shift. */
      modifiers?: Modifier[];
      /** To the right. */
      offsetX: number;
      /** Down. */
      offsetY: number;
    }
  | {
      /** The pointer stood on the target, which revealed what the next step acts on. */
      type: "hover";
    }
  | {
      /** The target was dragged onto another element; offsets as in a click. */
      type: "dragAndDrop";
      /** Where it was taken, to the right in the target. */
      offsetX: number;
      /** Where it was taken, down in the target. */
      offsetY: number;
      /** Places on the way, x and y in the target, where it was drawn: those at which the way turns. */
      path?: [number, number][];
      /** The element it was dropped on. */
      to: Target;
      /** Where it was dropped, to the right in `to`. */
      toX: number;
      /** Where it was dropped, down in `to`. */
      toY: number;
    }
  | {
      /** A control got a new value; text is coalesced to its final value. */
      type: "change";
      /** The new state of a checkbox or radio. */
      checked?: boolean;
      /** What sort of control. */
      field: FieldKind;
      /** The new value, masked by the session's masking level; for a select the chosen options' values, one a line; for files their number and kinds. */
      value?: Redacted;
    }
  | {
      /** A key that acts: Enter, Escape, Tab, one with Control, Alt or Meta, an arrow in a widget, and any other that the page takes for itself. */
      type: "keyDown";
      /** How often the browser told of it while it was held down; 1 where it is absent. */
      count?: number;
      /** As `KeyboardEvent.key`. */
      key: Redacted;
      /** Keys that were held, in the order Alt, Control, Meta, Shift. */
      modifiers?: Modifier[];
    }
  | {
      /** A form was submitted. */
      type: "submit";
    }
  | {
      /** The page came to this step's URL. */
      type: "navigate";
      /** How. */
      via: Via;
    }
  | {
      /** The page, or the target, was scrolled to this place, in CSS pixels. */
      type: "scroll";
      /** From the left. */
      x: number;
      /** From the top. */
      y: number;
    }
  | {
      /** Something was copied; never what. */
      type: "copy";
    }
  | {
      /** Something was cut; never what. */
      type: "cut";
    }
  | {
      /** Something was pasted; what it became is the next change. */
      type: "paste";
    }
  | {
      /** A download began from the target, by its `download` attribute. */
      type: "download";
      /** What follows the last dot of the file's name; empty where nothing known does. */
      extension?: Redacted;
    }
  | {
      /** The person went into the target, a frame that is not recorded. */
      type: "frame";
    }
  | {
      /** The window got another size, in CSS pixels. */
      type: "setViewport";
      /** Height. */
      height: number;
      /** Width. */
      width: number;
    }
  | {
      /** A tab or a popup window was opened; the step's `tab` is its number. */
      type: "openTab";
    }
  | {
      /** Another tab came to the front; the step's `tab` is its number. */
      type: "switchTab";
    }
  | {
      /** A tab was closed; the step's `tab` is its number. */
      type: "closeTab";
    }
  | {
      /** The page stood still while a window of the browser had the focus: a dialog (alert, confirm, prompt) or printing. What was answered is not known. */
      type: "gap";
    }
  | {
      /** Something was done that this version has no word for. */
      type: "unknown";
      /** The type of the event. */
      event: string;
    };

/** A pointer button, as DevTools Recorder names it. */
export type Button = "primary" | "auxiliary" | "secondary" | "back" | "forward";

/** A row, an item or a section of a page, by what names it. */
export type Container = {
  /** Its accessible name, or the first text in it that the others beside it have not, masked. */
  name: Redacted;
  /** Its ARIA role. */
  role: string;
};

/** What else says which target it is. */
export type Context = {
  /** The described name of a target that has no name: the text in it, or what stands as its label beside or above it, masked. */
  described?: Redacted;
  /** What the target stands in, where others of its role and name are in the observation. */
  within?: Container;
};

/** What sort of private text a masked text was. */
export type EntityType =
  | "amount"
  | "birth"
  | "card"
  | "date"
  | "email"
  | "iban"
  | "id"
  | "ip"
  | "key"
  | "location"
  | "mac"
  | "name"
  | "number"
  | "password"
  | "phone"
  | "secret"
  | "term"
  | "text"
  | "token"
  | "wallet";

/** The browser in which the task was done; nothing in it names the person or the machine. */
export type Environment = {
  /** Name and major version of the browser. */
  browser: string;
  /** BCP 47 tag of the browser's language. */
  language: string;
  /** Name and version of the recorder. */
  recorder: string;
  /** Size of the first page's viewport. */
  viewport: Viewport;
};

/** What sort of control was changed. */
export type FieldKind =
  "text" | "editor" | "select" | "check" | "radio" | "file" | "date" | "time" | "range" | "color" | "keys";

/** What else is known of a step. */
export type Flag = "pageInitiated" | "mistake" | "notForTraining" | "autofill" | "opaque";

/** How many stretches of text were masked, by entity type. */
export type MaskCounts = Partial<Record<EntityType, number>>;

/** How much of a page's and the person's text a session keeps; the stricter of policy and employee holds. */
export type MaskingLevel = "open" | "values" | "structure" | "all";

/** A key that is held while another is pressed. */
export type Modifier = "Alt" | "Control" | "Meta" | "Shift";

/** Where a step's target stands in an observation. */
export type ObservationRef = {
  /** The observation's id; in a trace it stands above the step. */
  id: string;
  /** The ref of the target's line, as `e5`; absent where the target has none. */
  ref?: string;
};

/** How the task ended. */
export type Outcome = "unknown" | "done" | "gaveUp" | "partly";

/** Text that has passed the redactor: it may be stored, sent, printed and exported. */
export type Redacted = string;

/** The element acted on. */
export type Target = {
  /** Bounding box in the viewport, in CSS pixels: x, y, width, height. */
  box: [number, number, number, number];
  /** What stands around it in the step's observation. It is added when the session is exported, and absent where that tells nothing. */
  context?: Context;
  /** Accessible name, masked. */
  name?: Redacted;
  /** ARIA role; `generic` where it has none. */
  role: string;
  /** Ordered ways to find it, the best first; each pierces shadow roots from the outside in. */
  selectors: Redacted[][];
  /** Local name of what is acted on: `label` for a box that is not to be seen itself. */
  tag: Redacted;
};

/** How the page came to a URL. */
export type Via = "load" | "reload" | "backForward" | "history" | "hash";

/** A size in CSS pixels. */
export type Viewport = {
  /** Height. */
  height: number;
  /** Width. */
  width: number;
};
