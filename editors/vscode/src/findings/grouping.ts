import * as vscode from "vscode";

import type { Finding } from "./store";

export type Grouping = "file" | "rule" | "source" | "standing";

/** How the tree can be grouped, with the words for people. */
export const groupings: Readonly<Record<Grouping, string>> = {
  file: "File",
  rule: "Rule",
  source: "Source",
  standing: "New or Known",
};

const sources: Readonly<Record<string, string>> = {
  rule: "Rules",
  suppression: "Ignore comments",
  index: "Other files of the workspace",
  model: "Model",
  external: "Other tools",
};

/** What is left out of the tree. */
export interface Filter {
  readonly severe: boolean;
  readonly unknown: boolean;
  readonly openFile: boolean;
  readonly sources: readonly string[];
}

export const noFilter: Filter = { severe: false, unknown: false, openFile: false, sources: [] };

export function isShown(finding: Finding, filter: Filter): boolean {
  const { severity } = finding.diagnostic;
  return (
    (!filter.severe || severity <= vscode.DiagnosticSeverity.Warning) &&
    (!filter.unknown || !finding.data.known) &&
    (!filter.openFile || finding.uri.toString() === vscode.window.activeTextEditor?.document.uri.toString()) &&
    !filter.sources.includes(finding.data.source)
  );
}

/** True for what somebody should look at: a new error or warning. */
export function isUrgent({ diagnostic, data }: Finding): boolean {
  return diagnostic.severity <= vscode.DiagnosticSeverity.Warning && !data.known;
}

/** The key and the name of the group that a finding is in. */
export function groupOf(finding: Finding, grouping: Grouping): string {
  switch (grouping) {
    case "file":
      return finding.uri.toString();
    case "rule":
      return finding.data.rule;
    case "source":
      return sources[finding.data.source] ?? finding.data.source;
    case "standing":
      return finding.data.known ? "Known from before" : "New";
  }
}

/** In the order in which people want them: severe ones first, then by place. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (one, other) =>
      one.diagnostic.severity - other.diagnostic.severity ||
      one.uri.path.localeCompare(other.uri.path) ||
      one.diagnostic.range.start.compareTo(other.diagnostic.range.start),
  );
}

/** The sources that can be filtered, by their keys. */
export const sourceNames: readonly [string, string][] = Object.entries(sources);
