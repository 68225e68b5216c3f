import * as vscode from "vscode";
import type { HoverMiddleware } from "vscode-languageclient";

/** The editor shows rule, message and steps of a finding itself, above what the server says: once is enough. */
export const provideHover: NonNullable<HoverMiddleware["provideHover"]> = async (document, position, token, next) => {
  const hover = await next(document, position, token);
  if (!hover) {
    return hover;
  }
  const shown = vscode.languages.getDiagnostics(document.uri).filter(({ range }) => range.contains(position));
  const contents = hover.contents.map((content) =>
    content instanceof vscode.MarkdownString ? shortened(content, shown) : content,
  );
  const left = contents.filter((content) => !(content instanceof vscode.MarkdownString) || content.value);
  return left.length > 0 ? new vscode.Hover(left, hover.range) : undefined;
};

function shortened(content: vscode.MarkdownString, shown: readonly vscode.Diagnostic[]): vscode.MarkdownString {
  const repeated = (paragraph: string): boolean =>
    shown.some(({ code, message, relatedInformation = [] }) => {
      const rule = typeof code === "object" ? code.value : code;
      const step = /^`[^`]+:\d+`: (.*)$/.exec(paragraph)?.[1];
      return (
        paragraph.startsWith(`**${rule}** (`) ||
        plain(paragraph) === plain(message) ||
        (step !== undefined && relatedInformation.some((related) => plain(related.message) === plain(step)))
      );
    });
  const value = content.value
    .split("\n\n")
    .filter((paragraph) => !repeated(paragraph))
    .join("\n\n");
  // Neither trusted nor with HTML, whatever the content was: nothing that the server shows needs either.
  return new vscode.MarkdownString(value);
}

/** The text without its marks of escapes and code: the server writes those into the Markdown of a message. */
function plain(text: string): string {
  return text.trim().replace(/\\([!-/:-@[-`{-~])/g, "$1").replace(/`/g, "");
}
