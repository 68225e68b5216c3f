const nunjucks = require("nunjucks");
const Handlebars = require("handlebars");

// ruleid: template-escaping-off
nunjucks.configure("views", { autoescape: true });
// ruleid: template-escaping-off
Handlebars.compile(text, { noEscape: true });
// ruleid: template-escaping-off
Mustache.escape = (value) => value;
// ok: template-escaping-off
nunjucks.configure("views", { autoescape: true });
// ok: template-escaping-off
Handlebars.compile(text);

// ruleid: template-escaping-off
export const Tags = ({ text }) => <ReactMarkdown source={text} />;
