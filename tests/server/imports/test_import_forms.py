"""A function and a class of another file are followed, whatever form the import has."""

from __future__ import annotations

import pytest

PYTHON = """class Form:
    def __init__(self, data):
        self.data = data
    def run(self):
        sink(self.data)
    def use(self, x):
        sink(x)

def go(x):
    sink(x)
"""
JAVASCRIPT = """export class Form {
  constructor(data) { this.data = data; }
  run() { sink(this.data); }
  use(x) { sink(x); }
}
export function go(x) { sink(x); }
"""
JAVA = """package p;
public class Form {
  private String data;
  public Form(String d) { this.data = d; }
  public void run() { sink(this.data); }
  public void use(String x) { sink(x); }
  public static void go(String x) { sink(x); }
  public static class Inner {
    private String data;
    public Inner(String d) { this.data = d; }
    public void run() { sink(data); }
    public static void again(String x) { sink(x); }
  }
}
"""
GO = """package form

type Form struct { Data string }

func New(d string) *Form { return &Form{Data: d} }

func (f *Form) Run() { sink(f.Data) }

func Run(x string) { sink(x) }
"""


@pytest.mark.parametrize(
    ("imported", "form", "go"),
    [
        ("import pkg.form", "pkg.form.Form", "pkg.form.go"),
        ("import pkg.form as f", "f.Form", "f.go"),
        ("from pkg import form as f", "f.Form", "f.go"),
        ("from pkg import form", "form.Form", "form.go"),
        ("from pkg.form import Form as F, go as g", "F", "g"),
        ("from .pkg.form import Form, go", "Form", "go"),
        ("from .pkg import form", "form.Form", "form.go"),
    ],
)
@pytest.mark.parametrize("call", ["{form}(source()).run()", "{form}(1).use(source())", "{go}(source())"])
def test_python(look, imported, form, go, call):
    app = f"{imported}\n\ndef handler():\n    {call.format(form=form, go=go)}\n"
    assert look({"app.py": app, "pkg/form.py": PYTHON, "pkg/__init__.py": "", "__init__.py": ""}) == [4]


@pytest.mark.parametrize("ending", ["js", "ts"])
@pytest.mark.parametrize(
    ("imported", "form", "go", "index"),
    [
        ("import { Form, go } from './form';", "Form", "go", ""),
        ("import { Form as F, go as g } from './form';", "F", "g", ""),
        ("import * as ns from './form';", "ns.Form", "ns.go", ""),
        ("const { Form, go } = require('./form');", "Form", "go", ""),
        ("const { Form: F, go: g } = require('./form');", "F", "g", ""),
        ("const ns = require('./form');", "ns.Form", "ns.go", ""),
        ("import { Form, go } from './lib';", "Form", "go", "export * from '../form';"),
        ("import { F, g } from './lib';", "F", "g", "export { Form as F, go as g } from '../form';"),
        ("import { ns } from './lib';", "ns.Form", "ns.go", "export * as ns from '../form';"),
    ],
)
@pytest.mark.parametrize("call", ["new {form}(source()).run();", "new {form}(1).use(source());", "{go}(source());"])
def test_javascript(look, imported, form, go, index, call, ending):
    app = f"{imported}\nfunction handler() {{\n  {call.format(form=form, go=go)}\n}}\n"
    files = {f"app.{ending}": app, f"form.{ending}": JAVASCRIPT, f"lib/index.{ending}": index}
    assert look(files) == [3]


@pytest.mark.parametrize("index", ["", "export { default as Form } from '../form';\n"])
def test_a_default_export(look, index):
    imported = "import { Form } from './lib';" if index else "import Form from './form';"
    app = f"{imported}\nfunction handler() {{\n  new Form(source()).run();\n}}\n"
    form = JAVASCRIPT.replace("export class", "export default class")
    assert look({"app.js": app, "form.js": form, "lib/index.js": index}) == [3]


@pytest.mark.parametrize(
    ("imported", "call"),
    [
        ("import p.Form;", "new Form(source()).run();"),
        ("import p.*;", 'new Form("").use(source());'),
        ("import p.Form;", "Form.go(source());"),
        ("import static p.Form.go;", "go(source());"),
        ("import static p.Form.*;", "go(source());"),
        ("import p.Form;", "new Form.Inner(source()).run();"),
        ("import p.Form;", "Form.Inner f = new Form.Inner(source()); f.run();"),
        ("import p.Form;", "Form.Inner.again(source());"),
        ("import p.Form.Inner;", "new Inner(source()).run();"),
        ("import static p.Form.Inner.again;", "again(source());"),
    ],
)
def test_java(look, imported, call):
    app = f"package q;\n{imported}\nclass App {{\n  void h() {{\n    {call}\n  }}\n}}\n"
    assert look({"q/App.java": app, "p/Form.java": JAVA}) == [5]


@pytest.mark.parametrize(("alias", "name"), [("", "form"), ("f ", "f")])
@pytest.mark.parametrize("call", ["{}.New(source()).Run()", "{}.Run(source())"])
def test_go(look, alias, name, call):
    app = f'package main\n\nimport {alias}"ex.com/m/form"\n\nfunc h() {{\n\t{call.format(name)}\n}}\n'
    assert look({"app.go": app, "form/form.go": GO, "go.mod": "module ex.com/m\n"}) == [6]


@pytest.mark.parametrize("ending", ["js", "ts"])
@pytest.mark.parametrize(
    "body",
    [
        "const { go } = await import('./form'); go(source());",
        "const { go: g } = await import('./form'); g(source());",
        "const go = (await import('./form')).go; go(source());",
        "const form = await import(/* webpackChunkName: 'form' */ './form'); form.go(source());",
        "const form = await import('./form'); new form.Form(source()).run();",
        "const { Form } = await import('./form'); new Form(source()).run();",
        "(await import('./form')).go(source());",
        "new (await import('./form')).Form(source()).run();",
        "import('./form').then(m => m.go(source()));",
        "import('./form').then(({ go }) => go(source()));",
        "await import('./form').then(async function (m) { await m.go(source()); });",
        "const { go } = require('./form'); go(source());",
        "require('./form').go(source());",
    ],
)
def test_a_module_of_javascript_that_is_loaded_where_it_is_used(look, body, ending):
    files = {f"app.{ending}": f"async function handler() {{\n  {body}\n}}\n"}
    assert look({**files, f"form.{ending}": JAVASCRIPT}) == [2]
    assert look({**files, f"form.{ending}": JAVASCRIPT.replace("sink(", "show(")}) == []


@pytest.mark.parametrize(
    "body",
    ["const { go } = await import('form');", "const { go } = other;", "const go = show;", "let go = await load();"],
)
def test_a_variable_that_is_called_like_a_function_of_another_file(look, body):
    files = {"app.js": f"import './form';\nasync function handler() {{\n  {body} go(source());\n}}\n"}
    assert look({**files, "form.js": JAVASCRIPT}) == []


@pytest.mark.parametrize("exported", ["function (x) {", "function go(x) {"])
def test_the_default_export_of_a_module_that_is_loaded(look, exported):
    app = "async function handler() {\n  (await import('./form')).default(source());\n}\n"
    assert look({"app.js": app, "form.js": f"export default {exported} sink(x); }}\n"}) == [2]


@pytest.mark.parametrize("imported", ["import pkg.form as f", "from pkg import form as f", "import form as f"])
@pytest.mark.parametrize("call", ["f.Form.go(source())", "f.Form.again(source())", "f.Form().go(source())"])
def test_a_method_of_a_class_of_python_that_needs_no_object(look, imported, call):
    form = "class Form:\n    @staticmethod\n    def go(x):\n        {0}(x)\n    @classmethod\n    def again(cls, x):\n        {0}(x)\n"
    for sink, lines in (("sink", [4]), ("show", [])):
        text = form.format(sink)
        files = {"pkg/form.py": text, "pkg/__init__.py": "", "form.py": text}
        assert look({"app.py": f"{imported}\n\ndef handler():\n    {call}\n", **files}) == lines
