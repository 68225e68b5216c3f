import type { Range } from "vscode-languageclient";

/** A range as the protocol has it: the editor's own class turns into something else as JSON. */
export function rangeOf({ start, end }: Range): Range {
  return {
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  };
}

/** What the server adds to its diagnostics. */
export interface FindingData {
  readonly rule: string;
  readonly fingerprint: string;
  readonly source: "rule" | "suppression" | "index" | "model" | "external";
  readonly fixes?: readonly string[];
  readonly known?: boolean;
  /** For each related place where it stands in the data flow; absent when there is none. */
  readonly flow?: readonly ("" | "before" | "after")[];
}

/** Answer of `reread/explain`: a page, or the problem that there is none. */
export interface Explanation {
  readonly page?: string;
  readonly problem?: string;
  readonly rule?: string;
  readonly uri?: string;
  readonly range?: Range;
  readonly fingerprint?: string;
  readonly fixes?: readonly { title: string; fix: number }[];
}

export interface Provider {
  readonly name: string;
  readonly title: string;
  readonly keyVariable: string;
  readonly urlVariable: string;
  readonly setup: string;
  /** There is nothing to set up: whoever started the server is asked. */
  readonly byClient: boolean;
  readonly model: string;
  readonly hasKey: boolean;
}

export interface FolderStatus {
  readonly path: string;
  readonly index: "off" | "paused" | "indexing" | "ready";
  readonly model: { available: boolean; message: string; provider: string; name: string };
  readonly consent: "allowed" | "refused" | "unasked" | "not needed";
}

/** Answer of `reread/acceptFindings`: what is known then, or the problem. */
export type BaselineChange =
  | { readonly problem?: undefined; readonly findings: number; readonly added: number; readonly removed: number }
  | { readonly problem: string };

/** Answer of `reread/status`. */
export interface ServerStatus {
  readonly version: string;
  readonly findings: number;
  readonly spent: { tokens: number; cost: number };
  readonly folders: readonly FolderStatus[];
  readonly providers: readonly Provider[];
}

export interface StagedFinding {
  readonly uri: string;
  readonly range: Range;
  readonly rule: string;
  readonly message: string;
  readonly severity: 1 | 2 | 3 | 4;
  readonly source: string;
}

/** Answer of `reread/reviewStaged`. */
export interface Verdict {
  readonly verdict: "passes" | "findings" | "incomplete" | "nothing" | "failed";
  readonly message: string;
  readonly findings: readonly StagedFinding[];
}

/** Answer of `reread/ask`. */
export interface Reply {
  readonly page?: string;
  readonly problem?: string;
}

/** Answer of `reread/commitMessage`: with both, the message is worth a look before it is used. */
export interface CommitMessage {
  readonly message?: string;
  readonly problem?: string;
}

/** Asks the server; see `Server.ask`. */
export type Ask = <Answer>(
  method: string,
  params: object,
  onPartial?: (answer: Answer) => void,
) => Promise<Answer | undefined>;

/** What `reread/askConsent` asks; the answer is `{ allowed }`. */
export interface ConsentQuestion {
  readonly folder: string;
  readonly recipients: readonly string[];
  readonly message: string;
}

/** What `reread/confirmFix` asks; the answer is `{ apply }`. */
export interface FixQuestion {
  readonly title: string;
  readonly files: readonly { uri: string; before: string; after: string }[];
  readonly generated: boolean;
  readonly holds: boolean;
  readonly reason?: string;
}

/** What `reread/askModel` asks; an empty `model` leaves the choice to the editor. */
export interface ModelQuestion {
  readonly model: string;
  readonly system: string;
  readonly user: string;
  readonly maxOutputTokens: number;
}

/** What a model answered, or why none did, in one line. */
export type ModelAnswer = { readonly text: string } | { readonly problem: string };
