const nunjucks = require("nunjucks");
const Handlebars = require("handlebars");

// ruleid: autoescape-disabled
nunjucks.configure("views", { autoescape: false });
// ruleid: autoescape-disabled
Handlebars.compile(text, { noEscape: true });
// ruleid: autoescape-disabled
Mustache.escape = (value) => value;
// ok: autoescape-disabled
nunjucks.configure("views", { autoescape: true });
// ok: autoescape-disabled
Handlebars.compile(text);

// ruleid: autoescape-disabled
export const Tags = ({ text }) => <ReactMarkdown source={text} escapeHtml={false} />;
// ruleid: autoescape-disabled
new MarkdownIt("default", { html: true, linkify: true });
// ok: autoescape-disabled
new MarkdownIt("default", { linkify: true });

function markdownWithTags() {
  // ruleid: autoescape-disabled
  return require("markdown-it")({ html: true });
}

function markdownAlone() {
  // ok: autoescape-disabled
  return require("markdown-it")({ html: false, linkify: true });
}
