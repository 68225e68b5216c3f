import * as vscode from "vscode";

import type { FindingData } from "../protocol";
import { Unchanged } from "./unchanged";

/** A finding as the editor knows it: the diagnostic, its file, and what the server says about it. */
export interface Finding {
  readonly uri: vscode.Uri;
  readonly diagnostic: vscode.Diagnostic;
  readonly data: FindingData;
}

/** One place of a data flow, in order; `own` is the place of the finding itself. */
export interface Step {
  readonly location: vscode.Location;
  readonly message: string;
  readonly own: boolean;
}

/** All findings of this window, by file, as the server published them last. */
export class Findings implements vscode.Disposable {
  private readonly byFile = new Map<string, readonly Finding[]>();
  /** How many known ones of each file are not shown. */
  private readonly hidden = new Map<string, number>();
  /** What the editor shows already. */
  readonly unchanged = new Unchanged();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;

  set(uri: vscode.Uri, diagnostics: readonly vscode.Diagnostic[], hidden = 0): void {
    const before = this.hiddenIn(uri);
    this.hidden.set(uri.toString(), hidden);
    const found = diagnostics.flatMap((diagnostic) => {
      const data = (diagnostic as { data?: FindingData }).data;
      return data?.fingerprint ? [{ uri, diagnostic, data }] : [];
    });
    if (found.length > 0) {
      this.byFile.set(uri.toString(), found);
    } else if (!this.byFile.delete(uri.toString()) && before === hidden) {
      return;
    }
    this.changed.fire(uri);
  }

  clear(): void {
    this.unchanged.clear();
    const files = [...this.byFile.keys()];
    this.byFile.clear();
    this.hidden.clear();
    files.forEach((file) => this.changed.fire(vscode.Uri.parse(file)));
  }

  all(): Finding[] {
    return [...this.byFile.values()].flat();
  }

  hiddenIn(uri: vscode.Uri): number {
    return this.hidden.get(uri.toString()) ?? 0;
  }

  get allHidden(): number {
    return [...this.hidden.values()].reduce((sum, each) => sum + each, 0);
  }

  of(uri: vscode.Uri): readonly Finding[] {
    return this.byFile.get(uri.toString()) ?? [];
  }

  dispose(): void {
    this.unchanged.dispose();
    this.changed.dispose();
  }
}

/** The finding under the cursor; else the only one on its line. */
export function findingAt(findings: readonly Finding[], position: vscode.Position): Finding | undefined {
  const onLine = findings.filter(
    ({ diagnostic: { range } }) => range.start.line <= position.line && position.line <= range.end.line,
  );
  const under = onLine.filter(({ diagnostic }) => diagnostic.range.contains(position));
  return under[0] ?? (onLine.length === 1 ? onLine[0] : undefined);
}

/** The path of the data flow; empty where the finding has none. */
export function stepsOf({ uri, diagnostic, data }: Finding): Step[] {
  const related = diagnostic.relatedInformation ?? [];
  if (!data.flow) {
    return [];
  }
  const of = (place: "before" | "after"): Step[] =>
    related
      .filter((_, index) => data.flow![index] === place)
      .map(({ location, message }) => ({ location, message, own: false }));
  const own = { location: new vscode.Location(uri, diagnostic.range), message: firstSentence(diagnostic.message), own: true };
  return [...of("before"), own, ...of("after")];
}

/** What the commands of the server take to know which finding is meant. */
export function referenceTo({ uri, data }: Finding): { uri: string; fingerprint: string; rule: string } {
  return { uri: uri.toString(), fingerprint: data.fingerprint, rule: data.rule };
}

/** The first sentence of a message, without its marks of code: what a list has room for. */
export function firstSentence(text: string): string {
  const sentence = /^.*?[.](?=\s|$)/s.exec(text)?.[0] ?? text;
  return sentence.replace(/`/g, "").replace(/\.$/, "");
}
