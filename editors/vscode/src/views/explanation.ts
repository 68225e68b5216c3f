import MarkdownIt from "markdown-it";
import * as vscode from "vscode";

const openPlace = "reread.openPlace";

/** HTML in the text is shown as text; addresses of the web become links, and files of the workspace places to go to. */
const markdown = new MarkdownIt({ html: false, linkify: false });
const { normalizeLink } = markdown;
markdown.normalizeLink = (url) =>
  /^file:/i.test(url) ? `command:${openPlace}?${encodeURIComponent(JSON.stringify([url]))}` : normalizeLink(url);
markdown.validateLink = (url) => /^https?:\/\//i.test(url) || url.startsWith(`command:${openPlace}?`);
markdown.disable("image");

const style = `
  body { font: var(--vscode-font-size)/1.5 var(--vscode-font-family); max-width: 52em; padding: 0 1.5em 2em;
    overflow-wrap: anywhere; }
  code, pre { font-family: var(--vscode-editor-font-family); font-size: var(--vscode-editor-font-size); }
  pre { background: var(--vscode-textCodeBlock-background); padding: 0.7em 1em; overflow-x: auto; }
  a { color: var(--vscode-textLink-foreground); } h1 { font-size: 1.4em; }
  table { border-collapse: collapse; } td, th { border: 1px solid var(--vscode-panel-border); padding: 0.2em 0.6em; }
`;

/** One panel beside the code for explanations and answers: without scripts, it can load nothing and run one command. */
export class ExplanationPanel implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private readonly command = vscode.commands.registerCommand(openPlace, open);

  show(page: string): void {
    const panel = (this.panel ??= this.make());
    const heading = /^# (.*)$/m.exec(page)?.[1]?.replace(/[\\`]/g, "") ?? "Finding";
    panel.title = heading;
    panel.webview.html = html(heading, page);
    panel.reveal(panel.viewColumn, true);
  }

  dispose(): void {
    this.panel?.dispose();
    this.command.dispose();
  }

  private make(): vscode.WebviewPanel {
    const where = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const options = { enableScripts: false, enableCommandUris: [openPlace], localResourceRoots: [], enableFindWidget: true };
    const panel = vscode.window.createWebviewPanel("reread.explanation", "Reread", where, options);
    panel.onDidDispose(() => (this.panel = undefined));
    return panel;
  }
}

/** Shows a line ("#L12") of a file of this workspace; what leads elsewhere is not opened. */
async function open(url: string): Promise<void> {
  const place = vscode.Uri.parse(url);
  if (place.scheme === "file" && vscode.workspace.getWorkspaceFolder(place)) {
    const line = Math.max(0, Number(/^L(\d+)$/.exec(place.fragment)?.[1] ?? 1) - 1);
    const selection = new vscode.Range(line, 0, line, 0);
    await vscode.window.showTextDocument(place.with({ fragment: "" }), { selection, viewColumn: vscode.ViewColumn.One });
  }
}

function html(heading: string, page: string): string {
  const title = markdown.utils.escapeHtml(heading);
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline';">
    <title>${title}</title><style>${style}</style></head>
    <body><main class="markdown-body" aria-label="${title}">${markdown.render(page)}</main></body></html>`;
}
