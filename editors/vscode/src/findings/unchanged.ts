import * as vscode from "vscode";

/**
 * Tells whether diagnostics that the server published are those that the editor shows already. It publishes anew after
 * each keystroke, and the editor takes long to take in thousands; it moves those it shows along by itself, as long as
 * nothing is written on their lines.
 */
export class Unchanged implements vscode.Disposable {
  private readonly shown = new Map<string, { text: string; lines: Set<number> }>();
  private readonly subscription = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    const key = document.uri.toString();
    const known = this.shown.get(key);
    if (known && !contentChanges.every((change) => isBeside(change, known.lines))) {
      this.shown.delete(key);
    }
  });

  /** Whether nothing need be shown anew. If not, these diagnostics are the ones that are compared with next. */
  is(uri: vscode.Uri, diagnostics: readonly vscode.Diagnostic[]): boolean {
    const text = JSON.stringify(diagnostics);
    if (this.shown.get(uri.toString())?.text === text) {
      return true;
    }
    const lines = new Set(diagnostics.flatMap(({ range }) => between(range.start.line, range.end.line)));
    this.shown.set(uri.toString(), { text, lines });
    return false;
  }

  clear(): void {
    this.shown.clear();
  }

  dispose(): void {
    this.subscription.dispose();
  }
}

/** True for a change within one line on which nothing was found. */
function isBeside({ range, text }: vscode.TextDocumentContentChangeEvent, lines: ReadonlySet<number>): boolean {
  return range.isSingleLine && !/[\r\n]/.test(text) && !lines.has(range.start.line);
}

function between(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
