const vm = require('vm');
const vm2 = require('vm2');
const express = require('express');
const ejs = require('ejs');
const pug = require('pug');
const Handlebars = require('handlebars');
const nunjucks = require('nunjucks');
const mustache = require('mustache');
const _ = require('lodash');
const doT = require('dot');
const { VM } = require('vm2');
const app = express();
const HANDLERS = { a: () => 1, b: () => 2 };
const ROUTES = new Map([['x', () => 1]]);

app.get('/e', (req, res) => {
  const q = req.query.q;
  // ruleid: code-injection
  eval(q);
  // ok: code-injection
  eval('var x = 1');
  // ok: code-injection
  JSON.parse(q);
  // ruleid: code-injection
  new Function('a', q);
  // ruleid: code-injection
  Function('return ' + q)();
  // ok: code-injection
  new Function('a', 'return a');
  // ruleid: code-injection
  setTimeout(q, 100);
  // ruleid: code-injection
  setTimeout('go(' + q + ')', 100);
  // ok: code-injection
  setTimeout(() => go(q), 100);
  // ruleid: code-injection
  setInterval(q);
  // ruleid: code-injection
  vm.runInThisContext(q);
  // ruleid: code-injection
  vm.runInNewContext(q, {});
  // ruleid: code-injection
  vm.runInContext(q, vm.createContext({}));
  // ruleid: code-injection
  new vm.Script(q);
  // ok: code-injection
  vm.runInNewContext('1 + 1', { q });
  // ruleid: code-injection
  new VM().run(q);
  // ruleid: code-injection
  global.eval(q);
  // ruleid: code-injection
  (0, eval)(q);
  // ruleid: code-injection
  require(q);
  // ruleid: code-injection
  require('./plugins/' + q);
  // ruleid: code-injection
  import(q);
  // ok: code-injection
  require('./plugins/fixed');
  // ruleid: code-injection
  HANDLERS[q]();
  // ok: code-injection
  if (Object.hasOwn(HANDLERS, q)) HANDLERS[q]();
  const h = ROUTES.get(q);
  // ok: code-injection
  if (h) h();
  // ruleid: code-injection
  vm.compileFunction(q);
  // ok: code-injection
  new Function(`return ${Number(q)}`);
  // ok: code-injection
  eval(`(${JSON.stringify({ a: 1 })})`);
});

app.get('/t', (req, res) => {
  const t = req.query.t;
  // ruleid: template-injection
  ejs.render(t, {});
  // ok: template-injection
  ejs.render('<%= t %>', { t });
  // ruleid: template-injection
  ejs.compile(t);
  // ruleid: template-injection
  pug.render(t);
  // ruleid: template-injection
  pug.compile('p ' + t)();
  // ok: template-injection
  pug.renderFile('x.pug', { t });
  // ruleid: template-injection
  Handlebars.compile(t)({});
  // ok: template-injection
  Handlebars.compile('{{t}}')({ t });
  // ruleid: template-injection
  nunjucks.renderString(t, {});
  // ok: template-injection
  nunjucks.renderString('{{ t }}', { t });
  // ok: template-injection
  nunjucks.render('x.html', { t });
  // ruleid: template-injection
  _.template(t)();
  // ok: template-injection
  _.template('<%- t %>')({ t });
  // ruleid: template-injection
  doT.template(t);
  // ok: template-injection
  doT.template('{{=it.t}}')({ t: 1 });
  // ok: template-injection
  mustache.render('{{t}}', { t });
  // ok: template-injection
  res.render('index', { t });
  // ruleid: path-traversal
  res.render(t);
});
