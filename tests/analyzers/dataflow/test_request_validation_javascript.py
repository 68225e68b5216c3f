"""Validation before a handler runs: middleware, schemas, decorators of classes; reported sinks are marked `BAD`."""

from __future__ import annotations

import pytest

from reread.analyzers.text import Span, TextChange
from tests.analyzers.taint.taint_cases import assert_flows, document, engine, rule

SOURCES = [{"pattern": f"{name}.{field}"} for name in ("req", "ctx", "r") for field in ("query", "body")]
ENGINE = engine(
    rule("typescript", **{"pattern-sources": SOURCES, "options": {"taint_assume_safe_numbers": True}}),
)

MIDDLEWARE = """
const KNOWN = ["a", "b"];
function check(req, res, next) {
  if (!KNOWN.includes(req.query.kind)) return res.end();
  next();
}
function note(req, res, next) {
  if (!KNOWN.includes(req.query.kind)) console.log("other");
  next();
}
async function some(req, res, next) {
  if (req.query.all) return next();
  if (!KNOWN.includes(req.query.kind)) return res.end();
  next();
}
const paging = (req, res, next) => {
  req.paging = { limit: clean(req.query.limit), label: req.query.label };
  next();
};
function oneOf(list) {
  return (req, res, next) => {
    if (!list.includes(req.query.kind)) { res.end(); return; }
    return next();
  };
}
async function checked(ctx, next) {
  if (KNOWN.includes(ctx.query.kind)) await next();
}
"""

ROUTES = {
    "a check before the handler": """
app.get("/", check, (req, res) => {
  sink(req.query.kind);
  sink(req.query.other);  // BAD
});
""",
    "the request has another name in the handler": """
app.get("/", check, (r, res) => {
  sink(r.query.kind);
  sink(r.query.other);  // BAD
});
""",
    "a check that only writes it down": """
app.get("/", note, (req, res) => {
  sink(req.query.kind);  // BAD
});
""",
    "a check of some requests": """
app.get("/", some, (req, res) => {
  sink(req.query.kind);  // BAD
});
""",
    "what is put on the request": """
app.get("/", paging, async (req, res) => {
  sink(req.paging.limit);
  sink(req.paging.label);  // BAD
});
""",
    "several in a list": """
app.get("/", [check, paging], (req, res) => {
  sink(req.query.kind);
  sink(req.query.label);  // BAD
  sink(req.paging.limit);
  sink(req.paging.label);  // BAD
});
""",
    "one that a function makes": """
app.post("/", oneOf(["a"]), (req, res) => {
  sink(req.query.kind);
  sink(req.query.other);  // BAD
});
app.post("/", oneOf(req.query.list), (req, res) => {
  sink(req.query.kind);  // BAD
});
""",
    "one that is written there": """
app.get("/", (req, res, next) => { if (KNOWN.includes(req.query.kind)) next(); else next(new Error("no")); },
  (req, res) => {
    sink(req.query.kind);
    sink(req.query.other);  // BAD
  });
app.get("/", (req, res, next) => { if (KNOWN.includes(req.query.kind)) next(new Error("no")); else next(); },
  (req, res) => {
    sink(req.query.kind);  // BAD
  });
""",
    "options of a route": """
app.get("/", { preHandler: check }, (req, res) => {
  sink(req.query.kind);
});
app.get("/", { preHandler: [paging, check] }, (req, res) => {
  sink(req.query.kind);
  sink(req.query.other);  // BAD
});
app.get("/", { other: check }, (req, res) => {
  sink(req.query.kind);  // BAD
});
""",
    "Koa's, where the answer is in the request": """
router.get("/", checked, (ctx) => {
  sink(ctx.query.kind);
  sink(ctx.query.other);  // BAD
});
""",
    "for all routes below": """
app.get("/", (req, res) => {
  sink(req.query.kind);  // BAD
});
app.use(check);
app.get("/", (req, res) => {
  sink(req.query.kind);
  sink(req.query.other);  // BAD
});
other.get("/", (req, res) => {
  sink(req.query.kind);  // BAD
});
""",
    "the schema of a route": """
const Params = Type.Object({ id: Type.Integer(), kind: Type.Union([Type.Literal("a"), Type.Literal("b")]) });
const listed = {
  querystring: {
    type: "object",
    properties: {
      kind: { type: "string", enum: ["a", "b"] },
      page: { type: "integer" },
      slug: { type: "string", pattern: "^[a-z]+$" },
      label: { type: "string", maxLength: 40 },
      either: { anyOf: [{ type: "integer" }, { type: "string" }] },
    },
  },
};
app.post("/:id", { schema: { body: Params } }, async (req) => {
  const { id, kind, other } = req.body;
  sink(id);
  sink(kind);
  sink(other);  // BAD
});
app.get("/", { schema: listed }, async (req) => {
  const { kind, page, slug, label, either } = req.query;
  sink(kind);
  sink(page);
  sink(slug);
  sink(label);  // BAD
  sink(either);  // BAD
  sink(req.query.kind);
});
const options = { schema: listed, preHandler: paging };
app.get("/", options, (req) => {
  sink(req.query.kind);
  sink(req.query.label);  // BAD
});
app.route({
  method: "GET", url: "/", schema: listed,
  handler: async (req, reply) => {
    sink(req.query.kind);
    sink(req.query.label);  // BAD
  },
});
app.route({ method: "GET", url: "/", preHandler: check, handler(req, reply) {
  sink(req.query.kind);
  sink(req.query.label);  // BAD
} });
app.get("/", { schema: { params: Params } }, (req) => {
  sink(req.query.kind);  // BAD
});
app.get("/", { other: listed }, (req) => {
  sink(req.query.kind);  // BAD
});
""",
    "for some of them": """
app.use("/a", check);
app.get("/", (req, res) => {
  sink(req.query.kind);  // BAD
});
""",
}

SCHEMAS = """
const Where = z.object({
  kind: z.enum(["a", "b"]),
  count: z.coerce.number().int().min(1).optional(),
  name: z.string(),
  slug: z.string().min(2).regex(/^[a-z-]+$/),
  loose: z.string().regex(/[a-z]/),
  either: z.string().or(z.number()),
  one: z.union([z.literal("a"), z.number()]),
  made: z.number().transform((n) => other(n)),
  ids: z.array(z.string().uuid()),
  texts: z.array(z.string()),
  deep: z.object({ id: z.string().uuid(), text: z.string().min(1) }),
});
const More = Where.extend({ name: z.boolean() });
const Order = Joi.object({ kind: Joi.string().valid("a", "b").required(), name: Joi.string().required() });
const ajv = new Ajv({ coerceTypes: true });
const isKnown = ajv.compile({
  type: "object", properties: { kind: { type: "string", enum: ["a", "b"] }, name: { type: "string" } },
});
const Typed = Type.Object({ kind: Type.Optional(Type.Integer()), name: Type.String() });
const compiledType = TypeCompiler.Compile(Typed);
const Strict = yup.object({ kind: yup.string().oneOf(["a", "b"]).required(), name: yup.string() });
const Piped = v.object({ kind: v.picklist(["a"]), slug: v.pipe(v.string(), v.regex(/^[a-z]+$/)), name: v.string() });
"""

PARSED = {
    "what a schema lets through": """
const body = Where.parse(req.body);
sink(body.kind);
sink(body.count);
sink(body.name);  // BAD
sink(body.slug);
sink(body.loose);  // BAD
sink(body.either);  // BAD
sink(body.one);
sink(body.made);  // BAD
sink(body.ids[0]);
sink(body.texts[0]);  // BAD
sink(body.deep.id);
sink(body.deep.text);  // BAD
""",
    "taken apart": """
const { kind, name, deep: { id, text } } = Where.parse(req.body);
sink(kind);
sink(name);  // BAD
sink(id);
sink(text);  // BAD
""",
    "a schema that builds on another one": """
const body = More.parse(req.body);
sink(body.name);
sink(body.kind);
sink(body.loose);  // BAD
""",
    "an outcome that is looked at": """
const result = Where.safeParse(req.body);
sink(req.body.kind);  // BAD
if (!result.success) return;
sink(result.data.kind);
sink(result.data.name);  // BAD
sink(req.body.kind);
sink(req.body.name);  // BAD
""",
    "an error that is looked at": """
const { error, value } = Order.validate(req.body);
sink(req.body.kind);  // BAD
if (error) return;
sink(req.body.kind);
sink(req.body.name);  // BAD
sink(value.kind);
sink(value.name);  // BAD
""",
    "an error that is only written down": """
const { error } = Order.validate(req.body);
if (error) console.log(error);
sink(req.body.kind);  // BAD
""",
    "the schema as an argument": """
const body = v.parse(Piped, req.body);
sink(body.kind);
sink(body.slug);
sink(body.name);  // BAD
sink(Joi.attempt(req.body, Order).kind);
sink(Joi.attempt(req.body, Order).name);  // BAD
""",
    "a schema that is compiled": """
if (isKnown(req.body)) {
  sink(req.body.kind);
  sink(req.body.name);  // BAD
} else {
  sink(req.body.kind);  // BAD
}
""",
    "a compiled schema that says no": """
const payload = req.body;
if (!isKnown(payload)) return;
sink(payload.kind);
sink(payload.name);  // BAD
""",
    "a schema that is asked": """
sink(req.body.kind);  // BAD
const fits = ajv.validate({ properties: { kind: { enum: ["a", "b"] } } }, req.body);
if (!fits) return;
sink(req.body.kind);
sink(req.body.name);  // BAD
""",
    "ways to ask": """
const body = req.body;
if (Value.Check(Typed, body)) sink(body.kind);
if (Value.Check(Typed, body)) sink(body.name);  // BAD
if (compiledType.Check(body)) sink(body.kind);
if (v.is(Piped, body)) sink(body.kind);
if (other.is(body)) sink(body.kind);  // BAD
if (!(await Strict.isValid(body))) return;
sink(body.kind);
sink(body.name);  // BAD
""",
    "what stands in for a wrong value": """
sink(z.enum(["a", "b"]).catch("a").parse(req.body.kind));
sink(z.string().catch("a").parse(req.body.kind));  // BAD
sink(z.enum(["a", "b"]).catch(req.body.other).parse(req.body.kind));  // BAD
sink(z.coerce.number().default(1).parse(req.body.count));
""",
    "a schema around another one": """
const body = v.parse(v.object({ kind: v.optional(v.picklist(["a"]), "a"), name: v.optional(v.string()) }), req.body);
sink(body.kind);
sink(body.name);  // BAD
""",
    "other things with such methods": """
const body = parser.parse(req.body);
sink(body.kind);  // BAD
sink(JSON.parse(req.body).kind);  // BAD
""",
}

CLASSES = """
export class Input {
  @IsEnum(Format)
  format: Format;
  @IsOptional() @IsIn(["a", "b"]) folder: string;
  @Matches(/^[a-z0-9]+$/)
  name: string;
  @Matches(/[a-z0-9]+/)
  loose: string;
  @IsString()
  title: string;
  kind: Format;
  @ValidateIf((input) => input.title) @IsInt()
  sometimes: any;
}
"""


def check(declarations, code):
    assert_flows(ENGINE, declarations + code, "typescript")


@pytest.mark.parametrize("name", ROUTES)
def test_middleware_validates_for_the_handlers_after_it(name):
    check(MIDDLEWARE, ROUTES[name])


@pytest.mark.parametrize("name", PARSED)
def test_a_schema_sanitizes_the_fields_that_it_restricts(name):
    check(SCHEMAS, "function example(req) {" + PARSED[name] + "}\n")


def test_decorators_of_fields_sanitize_them():
    check(
        CLASSES,
        """function example(req) {
  const body: Input = req.body;
  handle(body);
}
function handle(body: Input) {
  sink(body.format);
  sink(body.folder);
  sink(body.name);
  sink(body.loose);  // BAD
  sink(body.title);  // BAD
  sink(body.kind);  // BAD
  sink(body.sometimes);  // BAD
}
""",
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("if (!KNOWN.includes(req.query.kind)) return res.end();\n  next", "if (true) note();\n  next"),
        ("list.includes(req.query.kind)) { res.end(); return; }", "list.includes(req.query.kind)) { res.end(); }"),
        ("kind)) await next();", "kind)) console.log(1); await next();"),
        ("@IsIn([", "@IsLike(["),
        ("kind: z.enum([", "kind: z.text(["),
    ],
)
def test_an_edit_of_middleware_changes_the_findings_of_its_handlers(old, new):
    text = MIDDLEWARE + SCHEMAS + CLASSES + ROUTES["a check before the handler"] + ROUTES["one that a function makes"]
    text += ROUTES["Koa's, where the answer is in the request"]
    text += "function other(req) { sink(Where.parse(req.body).kind); take(req.body); }\n"
    text += "function take(body: Input) { sink(body.folder); }\n"
    before = document(text, "typescript")
    place = text.index(old)
    change = TextChange(Span(place, place + len(old)), new)
    after = before.changed(change)
    again, anew = ENGINE.recheck(ENGINE.check(before), change, after), ENGINE.check(after)
    assert again.findings == anew.findings
    assert len(anew.findings) > len(ENGINE.check(before).findings)
