import * as vscode from "vscode";
import type { ExecuteCommandMiddleware } from "vscode-languageclient";

/**
 * Commands of the server arrive here with arguments when a quick fix calls them, and without when a person chose
 * them in the palette. Then they mean the place where the cursor is.
 */
export const palette: NonNullable<ExecuteCommandMiddleware["executeCommand"]> = (command, args, next) => {
  if (args.length > 0) {
    return next(command, args);
  }
  const editor = vscode.window.activeTextEditor;
  return next(command, editor ? [here(editor)] : []);
};

function here(editor: vscode.TextEditor): unknown {
  const { start, end } = editor.selection;
  return {
    uri: editor.document.uri.toString(),
    range: {
      start: { line: start.line, character: start.character },
      end: { line: end.line, character: end.character },
    },
  };
}
