import * as vscode from "vscode";

import { type Filter, type Grouping, groupOf, inOrder, isShown, isUrgent } from "./grouping";
import { type Finding, type Findings, firstSentence, type Step, stepsOf } from "./store";

/** Findings in a group that are shown at once. A longer group is shown in parts: no list of thousands is sent at once. */
const part = 200;

/** Milliseconds that changes are collected for: one keystroke changes many files at times. */
const pause = 150;

interface Group {
  readonly kind: "group";
  readonly key: string;
  findings: readonly Finding[];
}

interface Part {
  readonly kind: "part";
  readonly first: number;
  readonly group: Group;
}

interface FindingNode {
  readonly kind: "finding";
  readonly finding: Finding;
  readonly grouping: Grouping;
}

export interface StepNode {
  readonly kind: "step";
  readonly finding: Finding;
  readonly steps: readonly Step[];
  readonly index: number;
}

/** `urgent` are the new errors and warnings among those that are shown; `hidden` the known ones that nothing shows. */
export interface Count {
  readonly shown: number;
  readonly urgent: number;
  readonly all: number;
  readonly hidden: number;
}

export type Node = Group | Part | FindingNode | StepNode;

/** The tree of findings. Groups keep their identity over updates, so that only what changed is drawn anew. */
export class FindingsTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<Node | Node[] | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly counted = new vscode.EventEmitter<Count>();
  /** How many findings are shown, of how many, after each change. */
  readonly onDidCount = this.counted.event;
  private groups = new Map<string, Group>();
  private timer: NodeJS.Timeout | undefined;
  private readonly subscription: vscode.Disposable;

  constructor(
    private readonly findings: Findings,
    private grouping: Grouping,
    private filter: Filter,
  ) {
    this.subscription = findings.onDidChange(() => this.schedule());
  }

  show(grouping: Grouping, filter: Filter): void {
    this.grouping = grouping;
    this.filter = filter;
    this.groups = new Map();
    this.update(true);
  }

  getChildren(node?: Node): Node[] {
    if (!node) {
      return [...this.groups.values()];
    }
    switch (node.kind) {
      case "group":
        return node.findings.length > part ? this.parts(node) : this.nodes(node.findings);
      case "part":
        return this.nodes(node.group.findings.slice(node.first, node.first + part));
      case "finding": {
        const steps = stepsOf(node.finding);
        return steps.map((_, index) => ({ kind: "step", finding: node.finding, steps, index }));
      }
      case "step":
        return [];
    }
  }

  getTreeItem(node: Node): vscode.TreeItem {
    switch (node.kind) {
      case "group":
        return groupItem(node, this.grouping, this.groups.size === 1);
      case "part":
        return partItem(node);
      case "finding":
        return findingItem(node);
      case "step":
        return stepItem(node);
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscription.dispose();
    this.changed.dispose();
    this.counted.dispose();
  }

  private schedule(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.update(false);
    }, pause);
  }

  private update(everything: boolean): void {
    const all = this.findings.all();
    const shown = all.filter((finding) => isShown(finding, this.filter));
    const keys = new Map<string, Finding[]>();
    for (const finding of shown) {
      const key = groupOf(finding, this.grouping);
      keys.get(key)?.push(finding) ?? keys.set(key, [finding]);
    }
    const names = [...keys.keys()].sort();
    const same = !everything && names.length === this.groups.size && names.every((name) => this.groups.has(name));
    const touched: Group[] = [];
    const groups = new Map<string, Group>();
    for (const key of names) {
      const group = this.groups.get(key) ?? { kind: "group", key, findings: [] };
      const found = keys.get(key)!;
      if (!isEqual(group.findings, found)) {
        group.findings = inOrder(found);
        touched.push(group);
      }
      groups.set(key, group);
    }
    this.groups = groups;
    if (!same || touched.length > 0) {
      this.changed.fire(same ? touched : undefined);
    }
    const urgent = shown.filter(isUrgent).length;
    this.counted.fire({ shown: shown.length, urgent, all: all.length, hidden: this.findings.allHidden });
  }

  private parts(group: Group): Part[] {
    const count = Math.ceil(group.findings.length / part);
    return Array.from({ length: count }, (_, index) => ({ kind: "part", first: index * part, group }));
  }

  private nodes(findings: readonly Finding[]): FindingNode[] {
    return findings.map((finding) => ({ kind: "finding", finding, grouping: this.grouping }));
  }
}

/** True when nothing is to be drawn anew: the same diagnostics, which the client makes anew whenever they change. */
function isEqual(before: readonly Finding[], now: readonly Finding[]): boolean {
  const known = new Set(before.map(({ diagnostic }) => diagnostic));
  return before.length === now.length && now.every(({ diagnostic }) => known.has(diagnostic));
}

function groupItem(group: Group, grouping: Grouping, open: boolean): vscode.TreeItem {
  const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const state = open || (grouping === "file" && group.findings.length <= 20) ? Expanded : Collapsed;
  const count = `${group.findings.length} finding${group.findings.length === 1 ? "" : "s"}`;
  const item = new vscode.TreeItem(group.key, state);
  if (grouping === "file") {
    const uri = vscode.Uri.parse(group.key);
    item.resourceUri = uri;
    item.iconPath = vscode.ThemeIcon.File;
    item.label = uri.path.split("/").at(-1) ?? uri.path;
    const folder = vscode.workspace.asRelativePath(uri).split("/").slice(0, -1).join("/");
    item.description = folder ? `${folder} (${group.findings.length})` : `(${group.findings.length})`;
  } else {
    item.description = `(${group.findings.length})`;
  }
  item.id = `${grouping}:${group.key}`;
  item.contextValue = `group.${grouping}`;
  item.accessibilityInformation = { label: `${String(item.label)}, ${count}` };
  return item;
}

function partItem({ first, group }: Part): vscode.TreeItem {
  const last = Math.min(first + part, group.findings.length);
  const item = new vscode.TreeItem(`${first + 1} to ${last}`, vscode.TreeItemCollapsibleState.Collapsed);
  item.accessibilityInformation = { label: `findings ${first + 1} to ${last}` };
  return item;
}

const icons: readonly [string, string][] = [
  ["error", "list.errorForeground"],
  ["warning", "list.warningForeground"],
  ["info", "charts.blue"],
  ["lightbulb", "descriptionForeground"],
];

function findingItem({ finding, grouping }: FindingNode): vscode.TreeItem {
  const { diagnostic, data, uri } = finding;
  const hasFlow = data.flow?.some(Boolean) ?? false;
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(firstSentence(diagnostic.message), hasFlow ? Collapsed : None);
  const line = diagnostic.range.start.line + 1;
  const place = grouping === "file" ? `${line}` : `${vscode.workspace.asRelativePath(uri)}:${line}`;
  item.description = grouping === "rule" ? place : `${place} ${data.rule}`;
  const [icon, color] = icons[diagnostic.severity] ?? icons[2]!;
  item.iconPath = new vscode.ThemeIcon(icon, new vscode.ThemeColor(color));
  item.tooltip = `${diagnostic.message}\n\n${data.rule}${data.known ? ", known from before" : ""}`;
  item.contextValue = ["finding", data.fixes ? "fixable" : "", data.source].filter(Boolean).join(".");
  item.command = {
    command: "vscode.open",
    title: "Go to the Finding",
    arguments: [uri, { selection: diagnostic.range, preserveFocus: true } satisfies vscode.TextDocumentShowOptions],
  };
  const severity = ["error", "warning", "information", "hint"][diagnostic.severity];
  item.accessibilityInformation = {
    label: `${severity}: ${firstSentence(diagnostic.message)}, rule ${data.rule}, line ${line}`,
  };
  return item;
}

function stepItem(node: StepNode): vscode.TreeItem {
  const { location, message, own } = node.steps[node.index]!;
  const item = new vscode.TreeItem(`${node.index + 1}. ${message}`);
  const place = `${vscode.workspace.asRelativePath(location.uri)}:${location.range.start.line + 1}`;
  item.description = place;
  item.iconPath = new vscode.ThemeIcon(own ? "target" : node.index === 0 ? "debug-start" : "arrow-down");
  item.contextValue = "step";
  item.command = { command: "reread.goToStep", title: "Go to This Step", arguments: [node] };
  item.accessibilityInformation = { label: `step ${node.index + 1} of ${node.steps.length}: ${message}, ${place}` };
  return item;
}
