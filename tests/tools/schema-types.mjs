// TypeScript types from the JSON Schemas that are made from the Rust types: of a trace's lines, and of what a policy says.

/** @typedef {Record<string, any>} Schema */

/** @param {string} what @param {string} schema @param {string} rust */
const head = (what, schema, rust) => `// ${what}: made from ${schema}, which is made from ${rust}.
// Not edited by hand: \`OVERT_WRITE_SCHEMA=1 node --test tests/node/schema-types.test.mjs\` writes it anew.
`;

/** What there are types of, each as the text of a .d.ts that is not yet formatted. */
export const TYPES = [
  {
    file: "extension/trace.d.ts",
    schema: "docs/trace.schema.json",
    /** @param {Schema} schema */
    write({ oneOf, $defs }) {
      const lines = oneOf.map((/** @type {Schema} */ line) => [capital(line.properties.kind.const), line]);
      const what = head("What the lines of a trace hold, as the core writes them", this.schema, "src/trace.rs");
      return what + declarations([...lines, ...Object.entries($defs)]);
    },
  },
  {
    file: "extension/policy-view.d.ts",
    schema: "tests/policy-view.schema.json",
    /** @param {Schema} schema */
    write({ $defs: { MaskingLevel: _, ...own } }) {
      const what = head("What the core says of a policy and decides of a page", this.schema, "src/policy/");
      return `${what}\nimport type { MaskingLevel } from "./trace";\n${declarations(Object.entries(own))}`;
    },
  },
];

/** @param {[name: string, schema: Schema][]} all */
const declarations = (all) => all.map(([name, one]) => `\n${doc(one)}export type ${name} = ${type(one)};\n`).join("");

/** @param {string} word */
const capital = (word) => word[0].toUpperCase() + word.slice(1);

/** @param {Schema} schema */
const doc = ({ description }) =>
  description ? `/** ${description.replaceAll("\n", " ").replaceAll("*/", "*\\/")} */\n` : "";

/**
 * Null is left out: the core reads it as what is absent, and writes none.
 * @param {Schema} schema
 * @returns {string}
 */
function type(schema) {
  if (schema.$ref) return schema.$ref.replace("#/$defs/", "");
  if ("const" in schema) return JSON.stringify(schema.const);
  if (schema.enum) return union(schema.enum.map((/** @type {unknown} */ one) => JSON.stringify(one)));
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) return union(choices.filter((/** @type {Schema} */ one) => one.type !== "null").map(choice));
  const [name, ...others] = [schema.type].flat().filter((one) => one !== "null");
  if (others.length) throw new Error(`one type was expected: ${JSON.stringify(schema)}`);
  if (name === "object") return object(schema);
  if (name === "array") return array(schema);
  if (name === "integer") return "number";
  if (name === "string" || name === "boolean" || name === "number") return name;
  throw new Error(`a schema that is not known: ${JSON.stringify(schema)}`);
}

/** What is one of several is told by the word that stands in it first. @param {Schema} one */
const choice = (one) => (one.properties ? object(one, doc(one)) : type(one));

/** @param {string[]} types */
const union = (types) => types.join(" | ");

/** @param {Schema} schema */
function array({ items, minItems, maxItems }) {
  const item = type(items);
  return minItems !== undefined && minItems === maxItems ? `[${Array(minItems).fill(item).join(", ")}]` : `(${item})[]`;
}

/** @param {Schema} schema @param {string} [said] of the whole */
function object({ properties, required = [], additionalProperties, propertyNames }, said = "") {
  if (!properties) return `Partial<Record<${type(propertyNames)}, ${type(additionalProperties)}>>`;
  const all = Object.entries(properties).sort(([, a], [, b]) => Number("const" in b) - Number("const" in a));
  const members = all.map(
    ([name, one]) =>
      `${"const" in one ? said : ""}${doc(one)}${name}${required.includes(name) ? "" : "?"}: ${type(one)};`,
  );
  return `{\n${members.join("\n")}\n}`;
}
