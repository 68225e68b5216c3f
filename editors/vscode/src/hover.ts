import * as vscode from "vscode";
import type { HoverMiddleware } from "vscode-languageclient";

/**
 * The editor shows rule, message and steps of a finding itself, above what the server says: once is enough. Of a hint it
 * shows nothing but a faint mark, so that the rule, which leads to its page, and the message are shown here.
 */
export const provideHover: NonNullable<HoverMiddleware["provideHover"]> = async (document, position, token, next) => {
  const hover = await next(document, position, token);
  if (!hover) {
    return hover;
  }
  const here = vscode.languages.getDiagnostics(document.uri).filter(({ range }) => range.contains(position));
  const hints = here.filter(({ severity }) => severity === vscode.DiagnosticSeverity.Hint);
  const shown = here.filter((diagnostic) => !hints.includes(diagnostic));
  const contents = hover.contents.map((content) =>
    content instanceof vscode.MarkdownString ? shortened(content, here, shown) : content,
  );
  const left = contents.filter((content) => !(content instanceof vscode.MarkdownString) || content.value);
  const links = hints.map(linked).filter((link) => link !== undefined);
  return left.length > 0 ? new vscode.Hover([...links, ...left], hover.range) : undefined;
};

/** The name of the rule, which opens its page. Nothing of a file is in this text, so that it may run that command. */
function linked({ code }: vscode.Diagnostic): vscode.MarkdownString | undefined {
  if (typeof code !== "object" || !/^[\w/.-]+$/.test(String(code.value))) {
    return undefined;
  }
  const link = new vscode.MarkdownString(`[${code.value}](${code.target})`);
  link.isTrusted = { enabledCommands: ["reread.explain"] };
  return link;
}

function shortened(
  content: vscode.MarkdownString,
  here: readonly vscode.Diagnostic[],
  shown: readonly vscode.Diagnostic[],
): vscode.MarkdownString {
  const named = (paragraph: string): boolean =>
    here.some(({ code }) => paragraph.startsWith(`**${typeof code === "object" ? code.value : code}** (`));
  const repeated = (paragraph: string): boolean =>
    shown.some(({ message, relatedInformation = [] }) => {
      const step = /^`[^`]+:\d+`: (.*)$/.exec(paragraph)?.[1];
      return (
        plain(paragraph) === plain(message) ||
        (step !== undefined && relatedInformation.some((related) => plain(related.message) === plain(step)))
      );
    });
  const value = content.value
    .split("\n\n")
    .filter((paragraph) => !named(paragraph) && !repeated(paragraph))
    .join("\n\n");
  // Neither trusted nor with HTML, whatever the content was: nothing that the server shows needs either.
  return new vscode.MarkdownString(value);
}

/** The text without its marks of escapes and code: the server writes those into the Markdown of a message. */
function plain(text: string): string {
  return text.trim().replace(/\\([!-/:-@[-`{-~])/g, "$1").replace(/`/g, "");
}
