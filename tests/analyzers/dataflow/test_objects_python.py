"""Taint in objects, fields and dictionaries of Python; reported sinks are marked `BAD`."""

from __future__ import annotations

import pytest

from tests.analyzers.dataflow.test_propagation_python import ENGINE
from tests.analyzers.taint.taint_cases import assert_flows, engine, rule

CASES = {
    "a case that fits only what is written there binds nothing else": """
        def f(x):
            x = source()
            match x:
                case {"a": "p" | "q" as k}:
                    sink(k)
                case {"a": k}:
                    sink(k)  # BAD
                case "p" | "q" as k:
                    sink(k)
                    sink(x)
                case (("p" | "q") as a, b):
                    sink(a)
                    sink(b)  # BAD
                case [1 | 2 as n, *r]:
                    sink(n)
                    sink(r)  # BAD
                case {"k": True | False as k}:
                    sink(k)
                case {"k": Color.RED as k}:
                    sink(k)
                case str() as k:
                    sink(k)  # BAD
                case None as k:
                    sink(k)
                case {"a": (int() | float()) as k}:
                    sink(k)
                case {"a": {"b": "x" as k, "c": m}}:
                    sink(k)
                    sink(m)  # BAD
                case {"kind": kind, **rest} if kind in ("a", "b"):
                    sink(kind)
                    sink(rest)  # BAD
                case _ as k:
                    sink(k)  # BAD
    """,
    "a named tuple made by a call has fields": """
        Pair = namedtuple("Pair", "left right")
        Trio = collections.namedtuple("Trio", ["a", "b", "c"], defaults=(1,))
        Duo = typing.NamedTuple("Duo", [("a", str), ("b", int)])
        Com = namedtuple("Com", "a, b")
        Tup = namedtuple("Tup", ("a", "b"))
        Made = dataclasses.make_dataclass("Made", ["a", ("b", int)])
        def f():
            p = Pair("x", source())
            sink(p.left)
            sink(p.right)  # BAD
            sink(p[0])
            sink(p[1])  # BAD
            a, b = p
            sink(a)
            sink(b)  # BAD
            q = Pair(left=source(), right="y")
            sink(q.left)  # BAD
            sink(q.right)
            sink(q[0])  # BAD
            q = q._replace(left="z")
            sink(q.left)
            sink(q[0])
            sink(q)
            t = Trio(1, source(), 2)
            sink(t.a)
            sink(t.b)  # BAD
            d = Duo(1, source())
            sink(d.a)
            sink(d.b)  # BAD
            d = Com(1, source())
            sink(d.a)
            sink(d.b)  # BAD
            d = Tup(1, source())
            sink(d.a)
            sink(d.b)  # BAD
            d = Made(1, source())
            sink(d.a)
            sink(d.b)  # BAD
            sink(p._asdict()["left"])
            sink(p._asdict()["right"])  # BAD
            for x in p:
                sink(x)  # BAD
            sink(Pair._make(["x", source()]).right)  # BAD
            sink(Pair(*source()).left)  # BAD
            sink(Pair(**source()).left)  # BAD
    """,
    "a named tuple has its fields by their positions too": """
        class P(NamedTuple):
            left: str
            right: int
        def f():
            p = P("x", source())
            sink(p.left)
            sink(p.right)  # BAD
            sink(p[0])
            sink(p[1])  # BAD
            sink(p[-1])  # BAD
            a, b = p
            sink(a)
            sink(b)  # BAD
            sink("".join(p))  # BAD
            sink(p._asdict()["right"])  # BAD
            match p:
                case P(l, r):
                    sink(r)  # BAD
    """,
    "an object made by keywords has these as its fields": """
        def f():
            o = SimpleNamespace(url=source(), base="x", n=1)
            sink(o.url)  # BAD
            sink(o.base)
            sink(o.n)
            sink(vars(o))  # BAD
            sink(o)  # BAD
            p = argparse.Namespace(url=source(), base="x")
            sink(p.url)  # BAD
            sink(p.base)
            q = models.Job(name=source(), base="x")
            sink(q.name)  # BAD
            sink(q.base)
            sink(q.full)  # BAD
            sink(q.render())  # BAD
            sink(q)  # BAD
            q.base = source()
            sink(q.base)  # BAD
            q.name = "x"
            sink(q.name)
            r = Job(source(), base="x")
            sink(r.name)  # BAD
            sink(r.base)
            for j in [models.Job(name=source(), base="x")]:
                sink(j.base)
                sink(j.name)  # BAD
            sink(Query(q=source(), fallback="a")["q"])  # BAD
            s = Job(**source(), base="x")
            sink(s.name)  # BAD
            sink(s.base)
            t = replace(q, base=source())
            sink(t.base)  # BAD
    """,
    "what an object is as a text its class says": """
        class A:
            def __init__(self, n):
                self.n = n
            def __str__(self):
                return "a" + self.n
        class B(A):
            def __str__(self):
                return "..."
        class C(A):
            pass
        class D:
            def __init__(self, n):
                self.n = n
            def __repr__(self):
                return "D"
        class E(A):
            def __str__(self):
                return super().__str__().upper()
            def __len__(self):
                return 3
        class F(A):
            def __format__(self, spec):
                return "f"
        def f():
            s = source()
            sink(str(A(s)))  # BAD
            sink(str(B(s)))
            sink(str(C(s)))  # BAD
            sink(str(D(s)))
            sink(repr(D(s)))
            sink(str(E(s)))  # BAD
            sink(f"x {A(s)}")  # BAD
            sink(f"x {B(s)}")
            sink("x %s" % B(s))
            sink("x %s" % A(s))  # BAD
            sink("x {}".format(B(s)))
            sink("x {}".format(A(s)))  # BAD
            sink(f"{F(s)}")
            sink(B(s).n)  # BAD
            sink(B(s))  # BAD
    """,
    "a class method makes objects of its class": """
        @dataclass
        class Page:
            number: int = 1
            size: int = 20
            order: str = "x"
            @classmethod
            def make(cls, x):
                return cls(number=int(x), size=min(int(x), 100), order=x)
            @classmethod
            def positional(cls, x):
                return cls(int(x), 2, x)
            @staticmethod
            def static(x):
                return Page(number=1, order=x)
            def next(self):
                return type(self)(number=self.number, order=self.order)
            def same(self):
                return self.__class__(number=self.number, order=self.order)
        class Old:
            def __init__(self, a, b):
                self.a = a
                self.b = b
            @classmethod
            def make(cls, x):
                return cls(x, "b")
        def f():
            p = Page.make(source())
            sink(p.number)
            sink(p.size)
            sink(p.order)  # BAD
            p = Page.positional(source())
            sink(p.number)
            sink(p.size)
            sink(p.order)  # BAD
            p = Page.static(source())
            sink(p.number)
            sink(p.order)  # BAD
            q = p.next()
            sink(q.number)
            sink(q.order)  # BAD
            q = p.same()
            sink(q.number)
            sink(q.order)  # BAD
            o = Old.make(source())
            sink(o.a)  # BAD
            sink(o.b)
    """,
    "the keys of a dictionary are apart from its values": """
        def f():
            t = {n: "x" for n in source()}
            sink(t)  # BAD
            sink(next(iter(t)))  # BAD
            sink(list(t)[0])  # BAD
            for k in t:
                sink(k)  # BAD
            for k, v in t.items():
                sink(k)  # BAD
                sink(v)
            for v in t.values():
                sink(v)
            sink(next(iter(t.values())))
            sink(t["a"])
            sink(t.get("a"))
            sink(" ".join(t))  # BAD
            sink(" ".join(t.values()))
            sink(sorted(t.keys()))  # BAD
            u = {n: n for n in source()}
            sink(u["a"])  # BAD
            for v in u.values():
                sink(v)  # BAD
            w = {source(): 1}
            sink(w["a"])
            sink(str(w))  # BAD
            x = dict.fromkeys(source(), 0)
            sink(x["a"])
            sink(list(x))  # BAD
            y = {k: 1 for k in ("a", "b")}
            for k in y:
                sink(k)
            z = {k: v for k, v in source().items()}
            sink(z["a"])  # BAD
            for k in z:
                sink(k)  # BAD
            s = {**t, "b": source()}
            sink(s["b"])  # BAD
            for k in s:
                sink(k)  # BAD
    """,
    "a default counts where the key is not there": """
        def f():
            t = {"a": "x"}
            t |= {"b": source()}
            sink(t["a"])
            sink(t["b"])  # BAD
            sink(t.pop("b"))  # BAD
            sink(t.setdefault("b", "y"))
            sink(t["b"])
            t["c"] = source()
            del t["c"]
            sink(t.get("c", "z"))
            t["c"] = source()
            sink(t.setdefault("c", "z"))  # BAD
            sink(t.setdefault("a", source()))
            sink(t.setdefault("q", source()))  # BAD
    """,
    "what a class method keeps in its class": """
        class Settings:
            values: dict = {}
            name = "x"
            @classmethod
            def set(cls, key, value):
                cls.values[key] = value
            @classmethod
            def get(cls, key, default=None):
                return cls.values.get(key, default)
            @classmethod
            def rename(cls, x):
                cls.name = x
        def f():
            Settings.set("e", source())
            sink(Settings.get("e"))  # BAD
        def g():
            Settings.name = source()
            sink(Settings.name)  # BAD
        def h():
            Settings.rename(source())
            sink(Settings.name)  # BAD
        def i():
            Settings.values["a"] = source()
            sink(Settings.values["a"])  # BAD
            sink(Settings.get("a"))  # BAD
    """,
    "a parser has what it was given to read": """
        def f():
            p = configparser.ConfigParser()
            p.read_string(source())
            sink(p["a"]["b"])  # BAD
            sink(p.get("a", "b"))  # BAD
            q = configparser.ConfigParser()
            q.read_dict({"a": {"b": source()}})
            sink(q["a"]["b"])  # BAD
            h = HTMLParser()
            h.feed(source())
            sink(h.text)  # BAD
            c = configparser.ConfigParser()
            c.read("x")
            sink(c["a"]["b"])
    """,
    "a method of the base is called on the object itself": """
        class A:
            def __init__(self, n):
                self.n = n
            def __str__(self):
                return "a" + self.n
            def t(self):
                return "a" + self.n
        class E(A):
            def __str__(self):
                return super().__str__()
            def t(self):
                return super().t()
            def u(self):
                return super().__str__()
            def v(self):
                return super().t()
        def f():
            s = source()
            sink(E(s).u())  # BAD
            sink(E(s).v())  # BAD
            sink(E(s).t())  # BAD
            e = E(s)
            sink(e.n)  # BAD
            sink(str(e))  # BAD
    """,
    "what a class is called says nothing of its objects": """
        x = source()
        sink(x.__class__.__name__)
        sink(x.__module__)
        sink(x.__dict__)  # BAD
    """,
    "a class that is made with keywords does not keep what its fields are declared with": """
        class V:
            ORDERS: ClassVar[dict] = {"a": "b"}
            KINDS: dict = {"a": "b"}
            order: str = "x"
            def f(self):
                sink(self.ORDERS[source()])
                sink(self.KINDS[source()])
                sink(self.order)  # BAD
        def g():
            V(order=source()).f()
    """,
}


@pytest.mark.parametrize("code", CASES.values(), ids=CASES)
def test_objects(code):
    assert_flows(ENGINE, code)


CHECKED = {
    "what a form has checked is as its fields are declared": """
        class F(forms.Form):
            term = forms.CharField(max_length=40)
            page = forms.IntegerField(min_value=1)
            order = forms.ChoiceField(choices=[("a", "b")])
            slug = forms.SlugField()
            code = forms.RegexField(r"^[a-z]+$")
            loose = forms.RegexField(r"[a-z]")
            tag = forms.CharField(validators=[RegexValidator(r"^[A-Z]{3}$")])
            when = forms.DateField()
            def clean(self):
                return self.cleaned_data
        class G(F):
            more = forms.BooleanField()
            def clean_term(self):
                sink(self.cleaned_data["page"])
                return self.cleaned_data["term"]
        def f():
            form = F(source())
            sink(form.cleaned_data["term"])  # BAD
            sink(form.cleaned_data["page"])
            sink(form.cleaned_data["order"])
            sink(form.cleaned_data["slug"])
            sink(form.cleaned_data["code"])
            sink(form.cleaned_data["loose"])  # BAD
            sink(form.cleaned_data["tag"])
            sink(form.cleaned_data.get("page"))
            sink(form.cleaned_data.get("term", ""))  # BAD
            sink(form.cleaned_data)  # BAD
            sink(form.data["page"])
            data = form.cleaned_data
            sink(data["when"])
            sink(data["term"])  # BAD
            sink(data["other"])  # BAD
            g = G(data=source())
            sink(g.cleaned_data["more"])
            sink(g.cleaned_data["page"])
            sink(g.cleaned_data["term"])  # BAD
            for name, value in data.items():
                sink(value)  # BAD
    """,
    "a field of a form of Flask has its own data": """
        class L(FlaskForm):
            name = StringField("Name")
            age = IntegerField("Age")
            kind = SelectField("Kind", choices=[])
        def f():
            l = L(source())
            sink(l.name.data)  # BAD
            sink(l.age.data)
            sink(l.kind.data)
            sink(l.data["name"])  # BAD
    """,
    "fields of models have the types that they are declared with": """
        class Q(BaseModel):
            page: int = 1
            name: str
            kind: Literal["a", "b"] = "a"
            code: constr(pattern=r"^[A-Z]{3}$") = "EUR"
            tag: str = Field(pattern=r"^[a-z]+$")
            size: PositiveInt
            when: datetime.date
            id: uuid.UUID
            color: Color
            note: str | None = None
        class Color(Enum):
            RED = "r"
        def f():
            q = Q(**source())
            sink(q.page)
            sink(q.name)  # BAD
            sink(q.kind)
            sink(q.code)
            sink(q.tag)
            sink(q.size)
            sink(q.when)
            sink(q.id)
            sink(q.color)
            sink(q.note)  # BAD
            q = Q.model_validate(source())
            sink(q.page)
            sink(q.name)  # BAD
            q = Q.parse_obj(source())
            sink(q.page)
            sink(q.name)  # BAD
            take(q, source())
            sink(q)  # BAD
            sink(q.model_dump())  # BAD
            sink(q.model_dump()["name"])  # BAD
        def take(q: Q, x):
            sink(q.page)
            sink(q.name)  # BAD
        def g(q: Q):
            r = Q(page=source(), name="x")
            sink(r.page)  # BAD
            sink(r.name)
    """,
    "what a schema has loaded": """
        class S(Schema):
            page = fields.Int()
            name = fields.Str()
            kind = fields.Str(validate=validate.OneOf(["a", "b"]))
        def f():
            data = S().load(source())
            sink(data["page"])
            sink(data["name"])  # BAD
            sink(data["kind"])
            sink(data.get("page"))
            schema = S()
            data = schema.load(source())
            sink(data["page"])
            sink(data["name"])  # BAD
            sink(json.load(source())["page"])  # BAD
    """,
    "what a serializer has checked": """
        class N(serializers.ModelSerializer):
            page = serializers.IntegerField()
            name = serializers.CharField()
        def f():
            s = N(data=source())
            sink(s.validated_data["page"])
            sink(s.validated_data["name"])  # BAD
    """,
}
NUMBERS = engine(rule(options={"taint_assume_safe_numbers": True, "taint_assume_safe_booleans": True}))


@pytest.mark.parametrize("code", CHECKED.values(), ids=CHECKED)
def test_field_guards(code):
    assert_flows(NUMBERS, code)


JOINED = """
def f(x, base):
    x = source()
    if under(join(ROOT, x)):
        sink(x)
    y = source()
    if under(join(x, y)):
        sink(y)  # BAD
    if under(other(y)):
        sink(y)  # BAD
    full = Path(ROOT) / y
    if not under(full.resolve()):
        sink(y)  # BAD
        return
    sink(full)
    sink(y)
def g():
    z = source()
    if is_below(ROOT, z):
        sink(join(ROOT, z))
    if is_below(ROOT, source()):
        sink(z)  # BAD
def is_below(root, name):
    full = realpath(f"{root}/{name}")
    return under(full)
"""


def test_a_guard_of_a_joined_path_sanitizes_its_parts():
    guards = [{"pattern": "under($X)", "guard": "$X"}]
    assert_flows(engine(rule(**{"pattern-sanitizers": guards})), JOINED)
