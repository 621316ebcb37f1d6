// TypeScript types of a trace, from its JSON Schema, which is made from the Rust types: extension/trace.d.ts.

/** @typedef {Record<string, any>} Schema */

const HEAD = `// What the lines of a trace hold, as the core writes them: made from docs/trace.schema.json, which is made from src/trace.rs.
// Not edited by hand: \`OVERT_WRITE_SCHEMA=1 node --test tests/node/trace-types.test.mjs\` writes it anew.
`;

/** The types as the text of a .d.ts, not yet formatted. @param {Schema} schema */
export function traceTypes(schema) {
  const lines = schema.oneOf.map((/** @type {Schema} */ line) => [capital(line.properties.kind.const), line]);
  const all = [...lines, ...Object.entries(schema.$defs)];
  return HEAD + all.map(([name, one]) => `\n${doc(one)}export type ${name} = ${type(one)};\n`).join("");
}

/** @param {string} word */
const capital = (word) => word[0].toUpperCase() + word.slice(1);

/** @param {Schema} schema */
const doc = ({ description }) => (description ? `/** ${description.replaceAll("\n", " ")} */\n` : "");

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
  const members = Object.entries(properties).map(([name, one]) => {
    const member = `${doc(one)}${name}${required.includes(name) ? "" : "?"}: ${type(one)};`;
    return "const" in one ? { member: said + member, place: 0 } : { member, place: 1 };
  });
  members.sort((a, b) => a.place - b.place);
  return `{\n${members.map(({ member }) => member).join("\n")}\n}`;
}
