import { JsonNode } from '../../syntax/json-tree';

/** A configuration file as a tree. What YAML made of a value is told beside it. */
export interface ConfigTree {
  /** Absent when the text is empty or could not be read. */
  readonly root?: JsonNode;
  /** The values that YAML reads as something else than what stands there. */
  readonly converted: ReadonlyMap<JsonNode, Converted>;
}

/** What stood in the text, and what YAML takes it for. */
export interface Converted {
  readonly written: string;
  readonly read: string;
}
