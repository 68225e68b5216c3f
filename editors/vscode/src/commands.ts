import * as vscode from "vscode";
import type { ExecuteCommandMiddleware } from "vscode-languageclient";

/** What the server adds to its diagnostics, to find them again. */
interface FindingData {
  readonly rule?: string;
  readonly fingerprint?: string;
}

/**
 * Commands of the server arrive here with arguments when a quick fix calls them, and without when a person chose
 * them in the palette. Then they mean the place where the cursor is, and the finding there.
 */
export const palette: NonNullable<ExecuteCommandMiddleware["executeCommand"]> = async (command, args, next) => {
  if (args.length > 0) {
    return next(command, args);
  }
  const editor = vscode.window.activeTextEditor;
  const answer: unknown = await next(command, editor ? [here(editor)] : []);
  if (command === "reread.printDebugInformation") {
    // It is printed to the log, where nobody would look for it.
    await vscode.commands.executeCommand("reread.showLogs");
  }
  return answer;
};

function here({ document, selection }: vscode.TextEditor): unknown {
  const { start, end } = selection;
  return {
    uri: document.uri.toString(),
    range: {
      start: { line: start.line, character: start.character },
      end: { line: end.line, character: end.character },
    },
    ...findingAt(document.uri, selection),
  };
}

/** The finding under the cursor; else the only one on its line. */
function findingAt(uri: vscode.Uri, selection: vscode.Selection): FindingData {
  const onLine = vscode.languages
    .getDiagnostics(uri)
    .filter(({ source, range }) => source === "Reread" && range.intersection(lineOf(selection)));
  const under = onLine.find(({ range }) => range.contains(selection.active));
  const found = under ?? (onLine.length === 1 ? onLine[0] : undefined);
  return found ? ((found as { data?: FindingData }).data ?? {}) : {};
}

function lineOf(selection: vscode.Selection): vscode.Range {
  return new vscode.Range(selection.active.line, 0, selection.active.line, Number.MAX_SAFE_INTEGER);
}
