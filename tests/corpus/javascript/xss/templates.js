const ejs = require("ejs");
const pug = require("pug");
const Handlebars = require("handlebars");
const Mustache = require("mustache");
const nunjucks = require("nunjucks");
const marked = require("marked");
const serialize = require("serialize-javascript");
const React = require("react");
const Vue = require("vue");

// ruleid: xss
const markdown = marked(text, { sanitize: false });
// ruleid: xss
Mustache.escape = (value) => value;
// ruleid: xss
const environment = nunjucks.configure("views", { autoescape: false });
// ruleid: xss
const loader = new nunjucks.Environment(new nunjucks.FileSystemLoader("views"), { autoescape: false });
// ruleid: xss
const compiled = Handlebars.compile(source, { noEscape: true });
// ruleid: xss
const state = serialize(data, { unsafe: true });
// ruleid: xss
const output = ejs.render(page, { name: "a" }, { escape: (value) => value });

Handlebars.registerHelper("link", function (text, url) {
  // ruleid: xss
  return new Handlebars.SafeString("<a href='" + url + "'>" + text + "</a>");
});

function Comment({ body }) {
  // ruleid: xss
  return React.createElement("div", { dangerouslySetInnerHTML: { __html: body } });
}

const component = {
  render(h) {
    // ruleid: xss
    return h("div", { domProps: { innerHTML: this.message } });
  },
};

const three = {
  setup(props) {
    // ruleid: xss
    return () => Vue.h("div", { innerHTML: props.message });
  },
};

// ok: xss
const safeEnvironment = nunjucks.configure("views", { autoescape: true });
// ok: xss
const safeCompiled = Handlebars.compile(source);
// ok: xss
const safeState = serialize(data, { isJSON: true });
// ok: xss
const safeOutput = ejs.render(page, { name: "a" });
// ok: xss
const safePug = pug.renderFile("page.pug", { name: "a" });

Handlebars.registerHelper("bold", function (text) {
  // ok: xss
  return new Handlebars.SafeString("<b>" + Handlebars.escapeExpression(text) + "</b>");
});

Handlebars.registerHelper("line", function () {
  // ok: xss
  return new Handlebars.SafeString("<hr>");
});

function Banner() {
  // ok: xss
  return React.createElement("div", { dangerouslySetInnerHTML: { __html: "<b>Sale</b>" } });
}

function Plain({ body }) {
  // ok: xss
  return React.createElement("div", { title: body }, body);
}

const plainComponent = {
  render(h) {
    // ok: xss
    return h("div", { domProps: { textContent: this.message } });
  },
};
